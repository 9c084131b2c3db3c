// Calls every builtin that can be reached with odd receivers and odd arguments, among them objects whose getters,
// valueOf, callbacks and traps change what the builtin is at work on. `seed`, `rounds` and `host`, a function that may
// call back, come from Python.
// Nothing here may rely on the library once the calls begin: they tamper with it.
declare const seed: number, rounds: number, host: any;

let state: number = seed >>> 0;
function random(n: number): number {
  state = (state * 1664525 + 1013904223) >>> 0;
  return ((state / 4294967296) * n) >>> 0;
}

const { apply, construct, ownKeys, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;
const { defineProperty, freeze, seal, preventExtensions, create } = Object;
const { call } = Function.prototype;
const iterator = Symbol.iterator, primitive = Symbol.toPrimitive, species = Symbol.species, spread = Symbol.isConcatSpreadable;
const TheProxy = Proxy, TheMap = Map, TheSet = Set, forward = { ...Object.fromEntries(ownKeys(Reflect).map((k) => [k, (Reflect as any)[k]])) };
const names: string[] = [];
const functions: Function[] = [];
const passed = new Set<unknown>();

function gather(value: any, name: string, depth: number): void {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || passed.has(value)) return;
  passed.add(value);
  if (typeof value === "function" && !/*of ours*/ name.startsWith("script.")) {
    functions.push(value);
    names.push(name);
  }
  if (depth > 6) return;
  for (const key of ownKeys(value)) {
    const found = getOwnPropertyDescriptor(value, key)!;
    const inner = `${name}.${String(key)}`;
    if (inner.endsWith(".setInterval") || inner.endsWith(".setTimeout") || inner.endsWith(".scriptArgs")) continue;
    gather(found.value, inner, depth + 1);
    gather(found.get, `get ${inner}`, depth + 1);
    gather(found.set, `set ${inner}`, depth + 1);
  }
  gather(getPrototypeOf(value), `${name}.__proto__`, depth + 1);
}

function* generator(): Generator<unknown, unknown, unknown> {
  try {
    for (let n = random(12); n > 0; n--) {
      disturb();
      yield any();
    }
  } finally {
    disturb();
  }
}
async function* asynchronous(): AsyncGenerator<unknown> {
  disturb();
  yield any();
  await any();
  yield* [1, any()];
}
class Sub extends Array {
  #own = any();
  static get [species]() {
    disturb();
    return random(3) ? Sub : any();
  }
  own() {
    return this.#own;
  }
}
class SubPromise extends Promise<any> {}
class SubMap extends Map {
  get(key: unknown) {
    disturb();
    return super.get(key);
  }
}

let busy = 0;
let nested = 0;
const pool: any[] = [];
const numbers = [0, -0, 1, -1, 2, 3, 7, 16, 100, 1000, 65535, 65536, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 1e21, 1.5, -0.5, NaN, Infinity, -Infinity, 5e-324];
const texts = ["", "a", "length", "0", "1", "-1", "4294967295", "constructor", "\ud83d", "漢字", "__proto__", "then", "next", "abc".repeat(30), "é".repeat(9), "default", "[1,{\"a\":[null,2]}]", "valueOf", "x", "raw"];
const symbols: any[] = [iterator, primitive, species, spread, Symbol("mine"), Symbol.toStringTag, Symbol.asyncIterator, Symbol.hasInstance, Symbol.dispose];

function any(): any {
  return pool[random(pool.length)];
}
function key(): any {
  const which = random(8);
  return which < 3 ? texts[random(texts.length)] : which < 6 ? numbers[random(numbers.length)] : which < 7 ? symbols[random(symbols.length)] : any();
}
function plain(): any {
  const which = random(10);
  if (which < 4) return numbers[random(numbers.length)];
  if (which < 6) return texts[random(texts.length)];
  if (which < 7) return symbols[random(symbols.length)];
  return [undefined, null, true, false][random(4)];
}

/** Changes something, somewhere: most likely what is being worked on. */
function disturb(): void {
  if (++busy > 500) throw busy;
  if (busy > 60 || nested > 6) return;
  nested++;
  try {
    const o = any();
    switch (random(30)) {
      case 0: o.length = 0; break;
      case 1: o.length = random(70000); break;
      case 2: apply(push, o, [any(), any()]); break;
      case 3: apply(shift, o, []); break;
      case 4: apply(splice, o, [random(4), random(4), any()]); break;
      case 5: delete o[random(4)]; break;
      case 6: delete o[key()]; break;
      case 7: defineProperty(o, key(), { get: method(), set: method(), configurable: true }); break;
      case 8: defineProperty(o, key(), { value: any(), writable: !!random(2), enumerable: !!random(2), configurable: !!random(2) }); break;
      case 9: apply(clear, o, []); break;
      case 10: o.clear(); break;
      case 11: apply(set, o, [any(), any()]); break;
      case 12: apply(add, o, [any()]); break;
      case 13: apply(remove, o, [any()]); break;
      case 14: setPrototypeOf(o, random(2) ? any() : null); break;
      case 15: random(6) || freeze(o); break;
      case 16: random(4) || seal(o); break;
      case 17: random(4) || preventExtensions(o); break;
      case 18: o[key()] = any(); break;
      case 19: o[4000000000 + random(9)] = any(); break;
      case 20: for (let i = 0; i < 80; i++) o["p" + i] = i; break;
      case 21: for (let i = 0; i < 40; i++) delete o["p" + i]; break;
      case 22: apply(reverse, o, []); break;
      case 23: apply(sort, o, []); break;
      case 24: apply(fill, o, [any(), random(8), random(90)]); break;
      case 25: pool[random(pool.length)] = make(); break;
      case 26: o[random(50)] = random(2) ? any() : 1.5; break;
      case 27: apply(unshift, o, [any(), any(), any()]); break;
      case 28: o.next = method(); break;
      case 29: once(); break;
    }
  } catch {
  } finally {
    nested--;
  }
}
const { push, shift, splice, reverse, sort, fill, unshift } = Array.prototype;
const { clear, set, delete: remove } = Map.prototype;
const { add } = Set.prototype;

function method(): any {
  const result = random(3);
  switch (random(5)) {
    case 0: return function (this: any) { disturb(); return result ? any() : this; };
    case 1: return (a: any, b: any) => { disturb(); return result ? a : b; };
    case 2: return () => { disturb(); return result ? plain() : { done: !random(5), value: any() }; };
    case 3: return () => { disturb(); if (!random(3)) throw any(); return random(4); };
    default: return class { field = any(); static s = 1; constructor() { disturb(); } };
  }
}

const traps: any = {};
for (const name of ownKeys(forward) as string[]) {
  const original = forward[name];
  traps[name] = function (...all: any[]) {
    disturb();
    if (!random(9)) return any();
    return apply(original, undefined, all);
  };
}

function make(which: number = random(40)): any {
  switch (which) {
    case 0: return [];
    case 1: return [1, 2, 3];
    case 2: return [any(), , any(), plain()];
    case 3: { const a = []; for (let i = 0; i < random(200); i++) a[i] = random(2) ? i : any(); return a; }
    case 4: { const a: any[] = [1, any()]; a[5000 + random(90)] = any(); return a; }
    case 5: return new Sub(3, any(), 1);
    case 6: return freeze([any(), 2]);
    case 7: return { a: any(), b: 2, [texts[random(texts.length)]]: any() };
    case 8: return { length: random(9), 0: any(), 2: any() };
    case 9: return { get length() { disturb(); return random(40); }, get 0() { disturb(); return any(); }, get 1() { disturb(); return any(); } };
    case 10: return { valueOf() { disturb(); return plain(); }, toString() { disturb(); return plain(); } };
    case 11: return { [primitive]() { disturb(); return random(3) ? plain() : any(); } };
    case 12: return { [iterator]: method(), next: method(), return: method() };
    case 13: return { *[iterator]() { for (let i = 0; i < 5; i++) { disturb(); yield any(); } } };
    case 14: return new TheMap([[any(), any()], [1, any()], [NaN, 2]]);
    case 15: return new TheSet([any(), 1, "a", any()]);
    case 16: return new SubMap([[plain(), any()]]);
    case 17: return new TheProxy(any(), traps);
    case 18: return new TheProxy([any(), 1, 2], random(2) ? traps : {});
    case 19: return new TheProxy(method(), traps);
    case 20: return generator();
    case 21: return asynchronous();
    case 22: return method();
    case 23: return method();
    case 24: return new SubPromise(method());
    case 25: return Promise.resolve(plain());
    case 26: return { then: method() };
    case 27: return new WeakMap([[{}, any()]]);
    case 28: return new WeakRef({ a: any() });
    case 29: return functions[random(functions.length)];
    case 30: return functions[random(functions.length)];
    case 31: return create(any());
    case 32: return create(null, { x: { value: any(), enumerable: true }, y: { get: method() } });
    case 33: return new Error(texts[random(texts.length)], { cause: any() });
    case 34: return texts[random(texts.length)] + texts[random(texts.length)];
    case 35: return { length: random(12) ? random(300) : random(2) ? 2 ** 53 - 1 : 2 ** 32 };
    case 36: return [].concat(any(), any())[iterator]();
    case 37: return { has: method(), keys: method(), size: random(8), get: method() };
    case 38: return (function () { return arguments; } as any)(any(), 2);
    case 39: return random(2) ? plain() : host;
    default: return random(2) ? Promise : SubPromise;
  }
}

/** A receiver that the function of this number is made for. */
function fitting(which: number): any {
  const kinds = receivers[which];
  return kinds ? make(kinds[random(kinds.length)]) : any();
}

/** One call of a builtin. */
function once(): void {
  const which = random(functions.length);
  const f = functions[which];
  const all: any[] = [];
  for (let n = random(5); n > 0; n--) all[all.length] = random(3) ? any() : random(2) ? plain() : method();
  last = which;
  try {
    const result = random(6) ? apply(f, random(3) ? fitting(which) : random(8) ? any() : plain(), all) : construct(f, all, random(2) ? f : any());
    pool[random(pool.length)] = result;
  } catch (error) {
    if (!random(5)) pool[random(pool.length)] = error;
  }
}

const made: [string, number[]][] = [
  ["globalThis.Array.prototype", [1, 2, 3, 3, 4, 5, 6, 8, 9, 18, 35]], ["globalThis.Map.prototype", [14, 14, 16]],
  ["get globalThis.Map.prototype", [14]], ["globalThis.Set.prototype", [15]], ["globalThis.String.prototype", [34, 34, 10]],
  ["globalThis.Promise.prototype", [24, 25]], ["globalThis.Promise.", [40]], ["globalThis.WeakMap.prototype", [27]],
  ["globalThis.WeakRef.prototype", [28]], ["globalThis.Iterator.prototype", [20, 36, 12]],
  ["globalThis.Function.prototype", [22, 29]], ["globalThis.Error.prototype", [33]], ["globalThis.Object.prototype", [7, 5, 11, 17]],
];
const receivers: (number[] | undefined)[] = [];
let last = 0;
gather(globalThis, "globalThis", 0);
for (const value of [[][iterator](), new Map().entries(), new Set().values(), ""[iterator](), generator(), asynchronous(), async () => 1, function* () {}, [1].values().map((x) => x), Iterator.from({ next() { return { done: true, value: 1 }; } })])
  gather(getPrototypeOf(value), "hidden", 0);
for (let i = 0; i < names.length; i++) receivers[i] = made.find(([start]) => names[i].startsWith(start))?.[1];
for (let i = 0; i < 40; i++) pool[i] = plain();
for (let i = 0; i < 40; i++) {
  try {
    pool[i] = make();
  } catch {}
}
for (let i = 0; i < 40; i += 7) pool[i] = host;
for (let round = 0; round < rounds; round++) {
  busy = 0;
  once();
  if (!random(6)) {
    try {
      pool[random(40)] = make();
    } catch {}
  }
}
