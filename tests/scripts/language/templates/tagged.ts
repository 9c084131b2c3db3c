function tag(strings: TemplateStringsArray, ...values: any[]) {
  return strings.raw.map((raw, i) => `[${raw}|${strings[i]}]${values[i] ?? ""}`).join("");
}
console.log(tag`a${1}b\n${2}`, tag``, tag`${0}`, tag`x\u0041`); // expect: [a|a]1[b\n|b
// expect: ]2[|] [|] [|]0[|] [x\u0041|xA]
console.log(String.raw`a\nb${1 + 1}\u0041`, String.raw({ raw: ["x", "y", "z"] }, 1, 2, 3), String.raw({ raw: "abc" }, "-", "+")); // expect: a\nb2\u0041 x1y2z a-b+c
