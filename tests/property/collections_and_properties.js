// Random operations on a Map, a Set, iterators under way, and the properties of objects of several kinds.
"use strict";
let seed = 4242; const rnd = (n) => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n; };
const key = () => ["a", "b", 1, 2.5, "1", NaN, 0, -0, null, undefined, "k" + rnd(60), rnd(60), K[rnd(4)], S[rnd(3)], -rnd(5), rnd(10) * 1024, "é" + rnd(3)][rnd(17)];
const K = [{}, [], () => 1, {}], S = [Symbol("x"), Symbol("y"), Symbol.iterator];
const t = (v) => (typeof v === "object" && v ? "o" + K.indexOf(v) : typeof v === "function" ? "f" : typeof v === "symbol" ? v.description : Object.is(v, -0) ? "-0" : typeof v + String(v));
let m = new Map(), s = new Set(), its = [], o = {}, lines = [];
const pkey = () => ["a", "b", "c", "k" + rnd(200), rnd(30), "p" + rnd(10), S[rnd(3)], "" + rnd(5), "-1", "1.5"][rnd(10)];
const attrs = () => ({ value: rnd(9), writable: rnd(2) === 0, enumerable: rnd(2) === 0, configurable: rnd(3) > 0 });
const shape = () => Reflect_ownKeys(o).map((k) => { const d = Object.getOwnPropertyDescriptor(o, k); return t(k) + (d.get ? "G" : d.value) + (d.writable ? "w" : "") + (d.enumerable ? "e" : "") + (d.configurable ? "c" : ""); }).join();
const Reflect_ownKeys = (x) => [...Object.getOwnPropertyNames(x), ...Object.getOwnPropertySymbols(x)];
const ops = [
  () => m.set(key(), rnd(100)).size, () => m.get(key()), () => m.has(key()), () => m.delete(key()), () => s.add(key()).size, () => s.has(key()), () => s.delete(key()),
  () => { if (rnd(60) === 0) m.clear(); }, () => { if (rnd(60) === 0) s.clear(); }, () => { its.push([m.entries(), m.keys(), s.values(), m[Symbol.iterator]()][rnd(4)]); if (its.length > 6) its.shift(); },
  () => { if (!its.length) return; const r = its[rnd(its.length)].next(); return r.done + (Array.isArray(r.value) ? r.value.map(t).join() : t(r.value)); },
  () => [...m.keys()].map(t).join(), () => [...s].map(t).join(), () => { let c = 0; m.forEach((v, k) => { c++; if (c === 3) m.delete(k); if (c === 5) m.set("new" + rnd(5), 1); }); return c; },
  () => { o[pkey()] = rnd(100); }, () => { delete o[pkey()]; }, () => { Object.defineProperty(o, pkey(), attrs()); }, () => { const k = pkey(); Object.defineProperty(o, k, { get() { return 1; }, enumerable: rnd(2) === 0, configurable: rnd(2) === 0 }); },
  () => Object.keys(o).join(), () => { const r = []; for (const k in o) r.push(k); return r.join(); }, () => Object.entries({ ...o }).join(), () => { const { a, b, ...r } = o; return Object.keys(r).join(); },
  () => pkey() in o, () => Object.hasOwn(o, pkey()), () => { if (rnd(40) === 0) Object.preventExtensions(o); }, () => { if (rnd(60) === 0) Object.freeze(o); }, () => { if (rnd(60) === 0) Object.seal(o); },
  () => { if (rnd(6) === 0) o = [{}, Object.create({ z: 1, a: 2 }), { a: 1, b: 2 }, function f() {}, [1, 2], new Map()][rnd(6)]; }, () => Object.isFrozen(o) + "" + Object.isSealed(o) + Object.isExtensible(o), () => Object.keys(Object.assign({ q: 1 }, o)).join(), () => { Object.assign(o, { a: 5, n: 6 }); },
];
for (let i = 0; i < 2000; i++) {
  const n = rnd(ops.length); let r;
  try { r = String(ops[n]()); } catch (e) { r = e.name + e.message; }
  lines.push(i + " " + n + " " + r + " | " + shape());
}
console.log(lines.join("\n"));
