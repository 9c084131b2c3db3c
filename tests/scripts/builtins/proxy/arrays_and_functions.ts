// Proxies of arrays and functions.
const log: string[] = [];
const spy = (target: object): any =>
  new Proxy(target, new Proxy({}, { get(_target, trap) { log.push(String(trap)); return undefined; } }));
function taken() { const text = log.join(" "); log.length = 0; return text; }

const list = spy([1, 2, 3]);
list.length; list.push(4);
console.log(taken()); // expect: get get get set getOwnPropertyDescriptor defineProperty set getOwnPropertyDescriptor defineProperty
[...list];
console.log(taken()); // expect: get get get get get get get get get get
[].concat(list);
console.log(taken()); // expect: get get has get has get has get has get
console.log(list, Object.prototype.toString.call(list), Array.isArray(list)); // expect: [ 1, 2, 3, 4 ] [object Array] true
console.log(list.map((x: number) => x * 2), [[1], list].flat()); // expect: [ 2, 4, 6, 8 ] [ 1, 1, 2, 3, 4 ]
class A {}
const P = spy(A);
console.log(new P() instanceof A, typeof P, taken()); // expect: true function get get get get has get has get has get has get get has get has get has get has get construct get
try { P(); } catch (e) { log.push((e as Error).message); }
console.log(taken()); // expect: apply Class constructor A cannot be invoked without 'new'
P.bind(null);
console.log(taken()); // expect: get getPrototypeOf getOwnPropertyDescriptor get get
const twice = new Proxy((x: number) => x + 1, { apply: (target, _this, [x]) => target(x) * 2 });
console.log(twice(3), [1, 2].map(twice), twice.call(null, 1), Reflect.apply(twice, null, [0])); // expect: 8 [ 4, 6 ] 4 2
const made = new Proxy(A, { construct: (_target, args, newTarget) => ({ args, same: newTarget === made }) });
console.log(new made(1, 2), Reflect.construct(made, [3], Object)); // expect: { args: [ 1, 2 ], same: true } { args: [ 3 ], same: false }
try { new (new Proxy(() => 1, {}) as any)(); } catch (e) { console.log((e as Error).name); } // expect: TypeError
console.log(String(Object.prototype.toString.call(P)), Function.prototype.toString.call(P)); // expect: [object Function] function () { [native code] }
