import jsep from "jsep";

jsep.addBinaryOp("**", 11, true);
for (const text of ["1 + 2 * x ** 3", "a.b[c].d(1, 'two', [3, , 4])", "!x && (y || z ? -1 : this)", "f(), g", "a ?? b?.c"]) {
  console.log(JSON.stringify(jsep(text)));
}
for (const text of ["1 +", "a b )", "'open"]) {
  try { console.log(JSON.stringify(jsep(text))); } catch (e) { console.log(e.message, e.index); }
}
const evaluate = (n, env) => n.type === "BinaryExpression"
  ? { "+": (a, b) => a + b, "*": (a, b) => a * b, "**": (a, b) => a ** b }[n.operator](evaluate(n.left, env), evaluate(n.right, env))
  : n.type === "Literal" ? n.value : env[n.name];
console.log(evaluate(jsep("1 + 2 * x ** 3"), { x: 2 }));
