console.log(Number("12"), Number(""), Number("  1.5e3\n"), Number("0x1F"), Number("1_000"), Number(null), Number(undefined), Number([]), Number([7]), Number({}), Number(true), Number(), Number("-"), Number("1e1000"), Number("-0")); // expect: 12 0 1500 31 NaN 0 NaN 0 7 NaN 1 0 NaN Infinity -0
const n: any = new Number(5);
console.log(typeof n, n + 1, n.valueOf(), n == 5, n, Object.prototype.toString.call(n), Number.length); // expect: object 6 5 true [Number: 5] [object Number] 1
try {
  Number(Symbol() as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot convert a Symbol value to a number
}
