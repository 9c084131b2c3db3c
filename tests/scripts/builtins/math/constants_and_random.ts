console.log(Math.PI, Math.E, Math.LN2, Math.LN10, Math.LOG2E, Math.LOG10E, Math.SQRT2, Math.SQRT1_2, String(Math)); // expect: 3.141592653589793 2.718281828459045 0.6931471805599453 2.302585092994046 1.4426950408889634 0.4342944819032518 1.4142135623730951 0.7071067811865476 [object Math]
const r = Array.from({ length: 100 }, Math.random);
console.log(r.every((x) => x >= 0 && x < 1), new Set(r).size > 90); // expect: true true
try {
  (Math as any).PI = 3;
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
