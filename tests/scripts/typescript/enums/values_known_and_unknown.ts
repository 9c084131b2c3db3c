const log = console.log;
enum A { x, y = 5, z, w = "s", v = `t${1}`, u = y << 2, t = "abc".length, q = Math.max(1, 2), r = 3 }
log(A);
enum B { a = A.y, b, c = A.w, d = A["z"], e = a | b, f = -1, g = ~f, h = +"3", i = 1 / 0, j = NaN, k = 0 / 0, l = -0, m = 1e21, n = 0.5 }
log(B, B[-1], (B as any)[Infinity], (B as any).NaN);
const enum C { a, b = 10, c, s = "str", d = a + b * 2 }
log(C.a, C.b, C["c"], C.s, C.d, C.a.toFixed(1));
enum D { p = 1 } enum D { q = D.p + 1, r = p + 5 } log(D);
enum E { "quoted name" = 1, 'two' , ["three"] = 7, [`four`] } log(E, E["quoted name"]);
declare enum F { a } log(typeof (globalThis as any).F);
enum G { a = f(), b = 2 } function f() { return 42 } log(G);
enum H { a = 1, b = a, c = H.b + 1, d = H["c"] } log(H);
enum I {} log(I, typeof I);
function scope() { enum Local { x = 3 } return Local.x; } log(scope());
{ enum Block { x = 4 } log(Block[4]); }
enum J { a = 1 << 0, b = 1 << 1, ab = a | b, all = ~0 >>> 28, neg = -8 >> 1, pow = 2 ** 10, mod = 7 % 4, x = 6 ^ 3, s = "a" + "b", t = `${a}-${b}` } log(J);
log(J[J.ab], Object.keys(J).length);
enum K { a, b } const k: K = K.b; switch (k) { case K.a: log("a"); break; case K.b: log("b") }
enum L { toString = 1, constructor = 2, __proto__ = 3 } log(Object.getOwnPropertyNames(L).length, L.constructor, L[1]);
var Q = 5; enum R { Q = 1, S = Q } log(R.S);
enum T { a = "x", b = a as any, c = (T.a as any).length } log(T);
// expect: {
// expect:   '0': 'x',
// expect:   '2': 'q',
// expect:   '3': 'r',
// expect:   '5': 'y',
// expect:   '6': 'z',
// expect:   '20': 'u',
// expect:   x: 0,
// expect:   y: 5,
// expect:   z: 6,
// expect:   w: 's',
// expect:   v: 't1',
// expect:   u: 20,
// expect:   t: 3,
// expect:   q: 2,
// expect:   r: 3
// expect: }
// expect: {
// expect:   '0': 'l',
// expect:   '3': 'h',
// expect:   '5': 'a',
// expect:   '6': 'd',
// expect:   '7': 'e',
// expect:   a: 5,
// expect:   b: 6,
// expect:   c: 's',
// expect:   d: 6,
// expect:   e: 7,
// expect:   f: -1,
// expect:   '-1': 'f',
// expect:   g: 0,
// expect:   h: 3,
// expect:   i: Infinity,
// expect:   Infinity: 'i',
// expect:   j: NaN,
// expect:   NaN: 'k',
// expect:   k: NaN,
// expect:   l: 0,
// expect:   m: 1e+21,
// expect:   '1e+21': 'm',
// expect:   n: 0.5,
// expect:   '0.5': 'n'
// expect: } f i k
// expect: 0 10 11 str 20 0.0
// expect: { '1': 'p', '2': 'q', '6': 'r', p: 1, q: 2, r: 6 }
// expect: {
// expect:   '1': 'quoted name',
// expect:   '2': 'two',
// expect:   '7': 'three',
// expect:   '8': 'four',
// expect:   'quoted name': 1,
// expect:   two: 2,
// expect:   three: 7,
// expect:   four: 8
// expect: } 1
// expect: undefined
// expect: { '2': 'b', '42': 'a', a: 42, b: 2 }
// expect: { '1': 'b', '2': 'd', a: 1, b: 1, c: 2, d: 2 }
// expect: {} object
// expect: 3
// expect: x
// expect: {
// expect:   '1': 'a',
// expect:   '2': 'b',
// expect:   '3': 'mod',
// expect:   '5': 'x',
// expect:   '15': 'all',
// expect:   '1024': 'pow',
// expect:   a: 1,
// expect:   b: 2,
// expect:   ab: 3,
// expect:   all: 15,
// expect:   neg: -4,
// expect:   '-4': 'neg',
// expect:   pow: 1024,
// expect:   mod: 3,
// expect:   x: 5,
// expect:   s: 'ab',
// expect:   t: '1-2'
// expect: }
// expect: mod 17
// expect: b
// expect: 5 2 toString
// expect: 1
// expect: { '1': 'c', a: 'x', b: 'x', x: 'b', c: 1 }
