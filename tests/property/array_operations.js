// Random operations on an array, holes and accessors included; prints what each answers and what the array is then.
"use strict";
let seed = 12345; const rnd = (n) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n; };
const show = (a) => { let s = "[" + a.length + ":"; for (const k of Object.keys(a)) s += k + "=" + (Array.isArray(a[k]) ? show(a[k]) : String(a[k])) + ","; return s + "]"; };
const val = () => [1, "x", undefined, null, NaN, -0, 3.5, "yy", true, 7][rnd(10)];
let a = [], lines = [];
const ops = [
  () => a.push(val()), () => a.push(val(), val(), val()), () => a.pop(), () => a.shift(), () => a.unshift(val()), () => a.unshift(val(), val()),
  () => a.splice(rnd(12) - 3, rnd(5) - 1, val()), () => a.splice(rnd(12) - 3, rnd(5) - 1), () => a.splice(rnd(9), 2, val(), val(), val()),
  () => a.slice(rnd(14) - 7, rnd(14) - 7), () => a.concat(val(), [val(), , val()]), () => a.reverse(), () => a.fill(val(), rnd(14) - 7, rnd(14) - 7),
  () => a.copyWithin(rnd(14) - 7, rnd(14) - 7, rnd(14) - 7), () => a.indexOf(val(), rnd(8) - 4), () => a.lastIndexOf(val()), () => a.lastIndexOf(val(), rnd(8) - 4), () => a.includes(val(), rnd(8) - 4),
  () => a.join("-"), () => { a[rnd(20)] = val(); }, () => { delete a[rnd(10)]; }, () => { a.length = rnd(15); }, () => { a[rnd(3) ? 5 : 100 + rnd(3000)] = val(); },
  () => a.sort().length, () => { a.sort((x, y) => (String(x) > String(y) ? 1 : String(x) < String(y) ? -1 : 0)); return a.length; }, () => a.map((x, i) => i), () => a.filter((x) => x), () => a.flat(), () => a.with(rnd(3), 1), () => a.toSpliced(rnd(5), rnd(3), 9),
  () => a.toReversed().length, () => a.at(rnd(20) - 10), () => a.findLast((x) => x === 1), () => a.reduce((p, c, i) => p + i, 0), () => a.reduceRight((p, c, i) => p + i, 0), () => [...a.entries()].length, () => { a = a.slice(); }, () => { if (rnd(20) === 0) a = []; },
  () => { Object.defineProperty(a, rnd(6), { get() { return "g"; }, set(v) {}, enumerable: true, configurable: true }); }, () => { if (rnd(8) === 0) a = [1, 2, 3, , 5]; }, () => Object.entries(a).length, () => { if (rnd(10) === 0) a = a.map((x) => x); },
];
for (let i = 0; i < 2000; i++) {
  const n = rnd(ops.length); let r;
  try { r = ops[n](); r = Array.isArray(r) ? show(r) : String(r); } catch (e) { r = e.name + e.message; }
  lines.push(n + " " + r + " " + show(a));
  if (a.length > 300 && rnd(3) === 0) a.length = 5;
}
console.log(lines.join("\n"));
