console.log(1 && 2, 0 && 2, "" || "b", "a" || "b", null && 1, undefined || null, NaN || 0); // expect: 2 0 b a null null 0
const calls: string[] = [];
const t = (s: string) => (calls.push(s), true);
const f = (s: string) => (calls.push(s), false);
console.log(t("a") || t("b"), f("c") && t("d"), (f("e") || t("f")) && t("g")); // expect: true false true
console.log(calls.join("")); // expect: acefg
console.log(!0, !"", !"0", !!{}, !null, !!NaN); // expect: true true false true true false
