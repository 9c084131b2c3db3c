type A =
  | "a"
  | "b";
type B = & { x: 1 } & { y: 2 };
function f(x: | A | undefined = "a"): | string { return x; }
let t: A | (B extends { x: infer X } ? X : never) = "b";
console.log(f(), f("b"), t); // expect: a b b
