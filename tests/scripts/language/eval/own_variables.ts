console.log(eval("var q = 1; let r = 2; function h() { return q + r } h()")); // expect: 3
console.log(typeof (globalThis as any).q, eval("typeof q")); // expect: undefined undefined
console.log((0, eval)("var w = 4; w"), typeof (globalThis as any).w); // expect: 4 number
console.log(eval("1; if (true) { 2 } else { 3 }"), eval("var x = 1"), eval(5 as any)); // expect: 2 undefined 5
console.log((0, eval)("this === globalThis"), eval.length, eval.name); // expect: true 1 eval
const mine = { eval: (text: string) => "not " + text };
console.log(mine.eval("x")); // expect: not x
{
  const eval_ = eval;
  console.log(eval_("typeof mine")); // expect: undefined
}
const seen: unknown[] = [];
const tag = (strings: TemplateStringsArray) => seen.push(strings);
for (let i = 0; i < 2; i++) eval("for (let k = 0; k < 2; k++) tag`a`");
console.log(seen[0] === seen[1], seen[1] === seen[2]); // expect: true false
