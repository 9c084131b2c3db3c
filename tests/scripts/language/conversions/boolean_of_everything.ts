const values: any[] = [0, -0, NaN, "", null, undefined, false, "0", "false", [], {}, 1, -1, Infinity, () => 0, Symbol(), new Boolean(false)];
console.log(values.map((v) => (v ? 1 : 0)).join("")); // expect: 00000001111111111
console.log(values.filter(Boolean).length); // expect: 10
