// Random promises, thenables and async functions within each other: everything that happens is a line.
"use strict";
let seed = 1;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}

let steps = 0, lines = [];
const log = (text) => lines.push(text);
const shown = (value) => value instanceof Error ? value.constructor.name : Array.isArray(value) ? "[" + value.map(shown) + "]" :
  typeof value === "object" && value !== null ? "{" + Object.keys(value) + "}" : String(value);
class Sub extends Promise {}
class Plain extends Promise {
  static get [Symbol.species]() { return Promise; }
}

const given = async (x) => x;
const waited = async (x) => { await null; return x; };
const twice = async (x) => { try { return await x; } finally { await 0; log("finally"); } };
async function* two(x) { yield x; yield 2; }
async function* nested(x) { try { yield 1; yield* [x, 3]; } finally { await 0; log("closed"); } }
async function loop(iterable, stop) {
  for await (const x of iterable) { log("item " + shown(x)); if (stop) break; }
  return "looped";
}
function settle(d, resolve, reject) {
  const n = ++steps;
  log("executor " + n);
  random(4) === 0 ? reject(n) : resolve(value(d));
  if (random(4) === 0) resolve(9);
  if (random(4) === 0) throw 8;
}
function handler(d) {
  const n = ++steps;
  return (x) => {
    log("handler " + n + " " + shown(x));
    if (random(5) === 0) throw n;
    return value(d);
  };
}

const makers = [
  () => random(100), () => undefined, () => "s",
  (d) => Promise.resolve(value(d)), (d) => Promise.reject(value(0)),
  (d) => ({ then(resolve, reject) { settle(d, resolve, reject); } }),
  (d) => ({ get then() { log("get then"); return random(3) ? undefined : (resolve) => resolve(value(d)); } }),
  (d) => new Promise((resolve, reject) => settle(d, resolve, reject)),
  (d) => new Sub((resolve, reject) => settle(d, resolve, reject)),
  (d) => new Plain((resolve) => resolve(value(d))).then(handler(d)),
  (d) => given(value(d)), (d) => waited(value(d)), (d) => twice(value(d)),
  (d) => loop(two(value(d)), random(2)), (d) => loop(nested(value(d)), random(2)), (d) => loop([value(d), value(d)], random(2)),
  (d) => Promise.all([value(d), value(d)]), (d) => Promise.allSettled([value(d), value(d)]),
  (d) => Promise.any([value(d), value(d)]), (d) => Promise.race([value(d), value(d)]),
  (d) => Sub.all([value(d)]), (d) => Sub.resolve(value(d)),
  (d) => Promise.resolve(value(d)).then(handler(d)), (d) => Promise.resolve(value(d)).then(handler(d), handler(d)),
  (d) => Promise.resolve(value(d)).catch(handler(d)), (d) => Promise.resolve(value(d)).finally(handler(d)),
  (d) => { queueMicrotask(() => log("microtask")); return value(d); },
];
function value(d) {
  const made = d <= 0 ? random(50) : makers[random(makers.length)](d - 1);
  if (made instanceof Promise) made.then(() => {}, () => {});
  return made;
}

let round = 0;
function next() {
  for (const line of lines) console.log(line);
  lines = [];
  if (round++ === 400) return;
  console.log("round " + round);
  for (let i = 0; i < 3; i++) {
    const n = ++steps;
    Promise.resolve(value(4)).then((x) => log("result " + n + " " + shown(x)), (x) => log("failure " + n + " " + shown(x)));
  }
  setTimeout(next);
}
next();
