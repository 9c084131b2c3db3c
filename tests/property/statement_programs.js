// Random programs of statements and expressions, in functions, generators and async functions: each step is a line.
//
// Not made, since V8 is not the specification's there: patterns that assign from null or undefined (it evaluates the first
// target before it complains), yield* of a sync iterable in an async generator that is thrown into, -- of a call (an early
// error), for-in over proxies (it asks for attributes lazily), heritage that is no constructor beside computed keys.
"use strict";
let seed = 1;
const PROGRAMS = 200;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const pick = (...choices) => choices[random(choices.length)];
const oneOf = (list) => list[random(list.length)];
const chance = (n) => random(n) === 0;
const times = (n, f) => Array.from({ length: n }, (_, i) => f(i));

// ---- what programs use

let lines = [], steps = 0;
class Enough {}
const stop = {};
function shown(x, depth = 0) {
  if (typeof x === "function") return "function " + x.name + "/" + x.length;
  if (typeof x === "string") return JSON.stringify(x);
  if (Object.is(x, -0)) return "-0";
  if (typeof x !== "object" || x === null) return String(x);
  if (x instanceof Error) return x.name;
  if (depth > 2) return "...";
  if (Array.isArray(x)) return "[" + Array.from(x, (each, i) => i in x ? shown(each, depth + 1) : "hole").join() + "]";
  const text = Reflect.ownKeys(x).map((key) => {
    const d = Reflect.getOwnPropertyDescriptor(x, key);
    return String(key) + ":" + ("value" in d ? shown(d.value, depth + 1) : (d.get ? "get" : "") + (d.set ? "set" : ""));
  });
  return "{" + text.join() + "}";
}
globalThis.t = (label, value) => {
  if (++steps > 250) {
    if (steps > 2000) throw stop;
    throw new Enough();
  }
  lines.push(label + " " + shown(value));
  return value;
};
globalThis.source = (name, how = 0) => {
  let i = 0;
  const iterator = {
    next(x) {
      t(name + ".next", x);
      if (how === 1 && i === 1) throw "next of " + name;
      if (how === 2 && i === 1) return 5;
      return { get value() { t(name + ".value", i); return i; }, get done() { t(name + ".done", i); return i++ >= 3; } };
    },
    [how === 3 ? "none" : "return"](x) {
      t(name + ".return", x);
      if (how === 4) throw "return of " + name;
      return how === 5 ? 7 : { value: x, done: true };
    },
    [how === 6 ? "throw" : "none"](x) { t(name + ".throw", x); return { value: x, done: how === 6 }; },
  };
  return { [Symbol.iterator]() { t(name + "[iterator]", how); return how === 7 ? undefined : iterator; } };
};
globalThis.later = (name, how = 0) => {
  let i = 0;
  const answer = (x) => how % 2 ? Promise.resolve(x) : how === 4 ? { then(f) { t(name + ".then", i); f(x); } } : x;
  return { [Symbol.asyncIterator]() {
    return {
      next(x) { t(name + ".anext", x); if (how === 3 && i === 1) return Promise.reject("anext of " + name); return answer({ value: i, done: i++ >= 2 }); },
      [how === 5 ? "none" : "return"](x) { t(name + ".areturn", x); if (how === 1) throw "areturn of " + name; return answer({ value: x, done: true }); },
    };
  } };
};
globalThis.object = (name) => ({
  a: 1, b: { c: 2 }, ["k" + name]: 3,
  get g() { return t(name + ".g", this.a); }, set g(v) { t(name + ".g=", v); this.a = v; },
  m(...a) { return t(name + ".m", a); }, get bad() { throw t(name + ".bad", "bad"); },
  valueOf() { return t(name + ".valueOf", 4); }, toString() { return t(name + ".toString", "str"); },
});
globalThis.tag = (strings, ...values) => t("tag " + strings.raw.join("|"), values)[0];
globalThis.Base = class Base { constructor(...a) { t("new " + new.target.name, a); this.base = a.length; } m(x) { return t("Base.m", x); } get g() { return 1; } static s = 5; };
const proxies = new WeakSet();
globalThis.plain = (value) => typeof value === "object" && proxies.has(value) ? "proxy" : value;
globalThis.trap = (target) => {
  const proxy = new Proxy(target, {
  get(o, k, r) { t("get", k); return Reflect.get(o, k, r); }, has(o, k) { t("has", k); return k in o; },
  set(o, k, v, r) { t("set " + String(k), v); return Reflect.set(o, k, v, r); }, deleteProperty(o, k) { t("delete", k); return delete o[k]; },
  ownKeys(o) { t("ownKeys"); return Reflect.ownKeys(o); }, getOwnPropertyDescriptor(o, k) { t("gopd", k); return Reflect.getOwnPropertyDescriptor(o, k); },
  defineProperty(o, k, d) { t("define", k); return Reflect.defineProperty(o, k, d); },
  });
  proxies.add(proxy);
  return proxy;
};

// ---- writing them

let names, count, budget, labels, place;
const fresh = (letter = "v") => letter + count++;
function variable(write) {
  const known = write ? names.filter((each) => each.kind !== "const" || chance(12)) : names;
  return known.length ? oneOf(known).name : "g0";
}
function scoped(f, ...more) {
  const outer = names;
  names = [...names, ...more];
  const text = f();
  names = outer;
  return text;
}
function inside(kind, f) {
  const outer = [labels, place];
  labels = [];
  place = kind;
  const text = f();
  [labels, place] = outer;
  return text;
}
const named = (name, kind = "let") => ({ name, kind });

function literal() {
  return pick(String(random(10)), String(random(10)), `"s${random(5)}"`, "undefined", "null", "true", "false", "-0", "NaN",
    "1.5", "[]", "({})");
}
const key = () => pick("a", "b", "g", "m", "c", "length", "zz", "bad");
const quoted = () => chance(2) ? `"${key()}"` : chance(3) ? "0" : x(2);

function x(depth = 0) {
  if (--budget < 0 || depth > 4 || chance(6)) return chance(3) ? literal() : variable();
  const s = () => x(depth + 1), d = depth + 1;
  const n = fresh("n");
  if (place === "generator" && chance(5)) return chance(3) ? `(yield* ${iterable(d)})` : `(yield ${s()})`;
  if (place === "async" && chance(5)) return `(await ${chance(4) ? `Promise.reject(${s()})` : s()})`;
  if (place === "asyncGenerator" && chance(5)) return pick(() => `(yield ${s()})`, () => `(await ${s()})`, () => `(yield* ${asyncIterable()})`)();
  return oneOf([
    () => `t("${n}", ${s()})`,
    () => `t("${n}", ${s()})`,
    () => `(${s()} ${pick("+", "-", "*", "<", ">=", "===", "!=", "|", "&", ">>", "%", "**", "==")} ${s()})`,
    () => `(${s()} ${pick("&&", "||", "??")} ${s()})`, () => `(${s()} ? ${s()} : ${s()})`, () => `(${s()}, ${s()})`,
    () => `(${variable(true)} ${pick("=", "+=", "-=", "??=", "||=", "&&=", "*=")} ${s()})`,
    () => `(${pick(variable(true) + "++", "--" + variable(true))})`,
    () => `[${s()}, ...${iterable(d)}, ${s()}]`,
    () => `[${s()}, , ${s()}]`,
    () => `({ a: ${s()}, [${s()}]: ${s()}, ...${s()} })`,
    () => `({ ${variable()}, get g() { return ${inside("function", s)}; }, m() { return ${inside("function", s)}; } })`,
    () => `\`${"${" + s() + "}"}-${"${" + s() + "}"}\``, () => `tag\`a${"${" + s() + "}"}\\n${"${" + s() + "}"}\``,
    () => `${variable()}.${key()}`,
    () => `${variable()}[${quoted()}]`,
    () => `${variable()}?.${key()}`,
    () => `${variable()}?.[${s()}]?.${key()}`,
    () => `${variable()}.${key()}(${s()})`,
    () => `${variable()}?.${key()}?.(${s()})`,
    () => `${variable()}(${args(d)})`,
    () => `f0(${args(d)})`,
    () => `(${variable()}.${key()} ${pick("=", "+=", "??=")} ${s()})`,
    () => `(${variable()}[${quoted()}] = ${s()})`,
    () => `${variable()}.a++`,
    () => `typeof ${s()}`,
    () => `(${quoted()} in ${variable()})`,
    () => `(delete ${variable()}.${key()})`,
    () => `(${s()} instanceof ${pick("Base", "Object", variable())})`,
    () => `(${assignPattern(d)} = ${chance(2) ? iterable(d) : s()} ?? [])`,
    () => `object("${n}")`,
    () => `object("${n}").g`,
    () => `object("${n}").m(${args(d)})`,
    () => `trap(object("${n}"))`,
    () => `new Base(${args(d)})`,
    () => `new ${variable()}(${args(d)})`,
    () => arrow(d),
    () => arrow(d),
    () => `(${functionText("", d)})`,
    () => `(${functionText("", d)})(${args(d)})`,
    () => `(${classText("", d)})`,
    () => `new (${classText("", d)})(${args(d)}).m(${s()})`,
    () => `!${s()}`,
    () => `- ${s()}`,
    () => `void ${s()}`,
    () => place === "arrow" || place === "function" ? "this" : "0",
    () => `fs.push(() => ${inside("arrow", s)})`,
    () => place === "function" || place === "generator" ? pick("arguments.length", "arguments[0]", "[...arguments]") : "1",
    () => `[${s()}, ${s()}].map((y${n}) => ${scoped(() => inside("arrow", s), named("y" + n))})`,
  ])();
}
const args = (d) => pick(() => "", () => x(d + 1), () => `${x(d + 1)}, ${x(d + 1)}`, () => `...${iterable(d)}`, () => `${x(d + 1)}, ...${iterable(d)}, ${x(d + 1)}`)();
const iterable = (d) => pick(() => `source("${fresh("s")}", ${random(8)})`, () => `source("${fresh("s")}")`, () => `[${x(d + 2)}, ${x(d + 2)}]`, () => '"ab"', () => variable(), () => `new Map([[1, ${x(d + 2)}], [2, 3]])`,
  () => `(function* () { ${inside("generator", () => `try { yield ${x(d + 2)}; yield ${x(d + 2)}; } finally { t("closed", 0); }`)} })()`, () => "null")();
const asyncIterable = () => `later("${fresh("l")}", ${random(6)})`;

function pattern(found, d = 0, target = () => { const name = fresh(); found.push(name); return name; }) {
  const one = () => {
    const text = d < 2 && chance(4) ? pattern(found, d + 1, target) : target();
    return chance(3) ? `${text} = ${x(3)}` : text;
  };
  if (chance(2)) return `[${times(random(4), () => chance(6) ? "" : one()).join(", ")}${chance(3) ? (", ..." + (chance(4) && d < 2 ? pattern(found, d + 1, target) : target())) : ""}]`.replace("[, ...", "[...");
  return `{ ${times(random(3), () => `${chance(4) ? `[${x(3)}]` : key()}: ${one()}`).join(", ")}${chance(3) ? ", ..." + target() : ""} }`.replace("{ , ...", "{ ...");
}
const assignPattern = (d) => {
  const text = pattern([], d, () => pick(() => variable(true), () => `${variable()}.${key()}`, () => `${variable()}[${x(3)}]`, () => `object("${fresh("o")}").g`)());
  return text[0] === "{" ? text : text;
};
function parameters() {
  const found = [];
  const list = times(random(3), () => {
    if (chance(4)) return `${pattern(found)} = ${x(3)}`;
    const name = fresh("p");
    const text = chance(4) ? `${name} = ${scoped(() => x(3), ...found.map((each) => named(each)))}` : name;
    found.push(name);
    return text;
  });
  if (chance(5)) { const name = fresh("r"); found.push(name); list.push("..." + name); }
  return [list.join(", "), found.map((each) => named(each))];
}
function bodyOf(kind, size, d, more) {
  return scoped(() => inside(kind, () => `{ ${block(size, d)}${chance(2) ? `return ${x(2)};` : ""} }`), ...more);
}
function arrow(d) {
  const outer = place;
  const [list, found] = inside("parameters", parameters);
  const async = chance(5);
  const kind = async ? "async" : "arrow";
  const text = chance(2) ? scoped(() => inside(kind, () => `(${x(d + 1)})`), ...found) : bodyOf(kind, 2, d + 2, found);
  place = outer;
  return `(${async ? "async " : ""}(${list}) => ${text})`;
}
function functionText(name, d) {
  const [list, found] = inside("parameters", parameters);
  const kind = pick("function", "function", "generator", "async", "asyncGenerator");
  const word = { function: "function ", generator: "function* ", async: "async function ", asyncGenerator: "async function* " }[kind];
  return `${word}${name}(${list}) ${bodyOf(kind, 3, d + 1, found)}`;
}
function classText(name, d) {
  const parent = pick("", "", "extends Base", `extends (typeof (g9 = ${variable()}) === "function" && g9.prototype ? g9 : Base)`, "extends Array");
  const derived = parent !== "";
  const member = () => oneOf([
    () => { const [list, found] = inside("parameters", parameters); return `m(${list}) ${bodyOf("function", 2, d + 2, found)}`; },
    () => `get g() { return ${inside("function", () => x(3))}; }`,
    () => `static s = ${inside("field", () => x(3))};`,
    () => `[${x(3)}] = ${inside("field", () => x(3))};`,
    () => `#p = ${inside("field", () => x(3))}; p(o = this) { return o.#p; } has(o) { return #p in o; }`,
    () => `static { t("static", this.name); }`,
    () => `*i() { yield ${inside("generator", () => x(3))}; }`,
    () => `n() { return super.m?.(${inside("function", () => x(3))}); }`,
  ])();
  const members = [...new Set(times(1 + random(3), member))];
  if (members.filter((each) => each[0] === "#").length > 1) members.length = 1;
  if (chance(3)) members.push(`constructor(...a) { ${derived ? pick("super(...a);", "super();", "t('this', this);", "if (a.length) super();") : ""} t("in", a.length); ${chance(4) ? `return ${inside("function", () => x(3))};` : ""} }`);
  return `class ${name} ${parent} { ${members.join(" ")} }`;
}

function block(size, d) {
  const outer = names;
  const text = times(1 + random(size), () => statement(d)).join(" ");
  names = outer;
  return text;
}
const nested = (d, ...more) => scoped(() => `{ ${block(3, d + 1)} }`, ...more);
function loop(head, d, more, tail = "") {
  const label = chance(3) ? fresh("l") : "";
  labels.push({ name: label, loop: true });
  const text = `${label ? label + ": " : ""}${head} ${nested(d, ...more)}${tail}`;
  labels.pop();
  return text;
}
function leave() {
  const outer = labels.filter((each) => each.name);
  const ways = [];
  if (labels.some((each) => each.loop)) ways.push("continue;");
  if (labels.some((each) => each.loop || each.switch)) ways.push("break;");
  for (const each of outer) ways.push(`break ${each.name};`, ...(each.loop ? [`continue ${each.name};`] : []));
  if (place !== "top") ways.push(`return ${x(3)};`);
  ways.push(`throw ${x(3)};`, `throw new Error("e${random(9)}");`);
  return `if (${x(2)}) ${oneOf(ways)}`;
}
function statement(d) {
  budget -= 2;
  if (budget < 0 || d > 5) return `t("end", ${x(4)});`;
  const declare = (kind, name, text) => { names = [...names, named(name, kind)]; return text; };
  return oneOf([
    () => `try { t("${fresh("e")}", ${x()}); } catch (error) { t("caught", error); }`,
    () => `try { t("${fresh("e")}", ${x()}); } catch (error) { t("caught", error); }`,
    () => `t("${fresh("e")}", ${x()});`,
    () => `0, ${x()};`,
    () => { const name = fresh(), kind = pick("let", "const", "var"); const value = x(1); return declare(kind, name, `${kind} ${name} = ${value};`); },
    () => { const found = [], kind = pick("let", "const", "var"), text = pattern(found), value = chance(2) ? iterable(2) : chance(2) ? `object("${fresh("o")}")` : x(2); names = [...names, ...found.map((each) => named(each, kind))]; return `${kind} ${text} = ${value};`; },
    () => `if (${x(1)}) ${nested(d)}${chance(2) ? ` else ${nested(d)}` : ""}`,
    () => { const i = fresh("i"); return loop(`for (let ${i} = 0; ${i} < ${1 + random(3)}; ${i}++)`, d, [named(i)]); },
    () => { const i = fresh("i"), j = fresh("j"); return loop(`for (let ${i} = 0, ${j} = () => ${i}; ${i} < 3; ${i}++, fs.push(${j}))`, d, [named(i)]); },
    () => { const i = fresh("i"); return `{ let ${i} = 0; ${loop(`while (${i}++ < 2)`, d, [named(i, "const")])} }`; },
    () => { const i = fresh("i"); return `{ let ${i} = 0; ${loop("do", d, [named(i, "const")], ` while (${i}++ < 2);`)} }`; },
    () => { const found = [], head = chance(2) ? pattern(found) : (found.push(fresh()), found[0]), kind = pick("let", "const", "var"); const over = iterable(1); return loop(`for (${kind} ${head} of ${over})`, d, found.map((each) => named(each, kind))); },
    () => loop(`for (${pick(() => assignPattern(1), () => variable(true), () => `${variable()}.a`)()} of ${iterable(1)})`, d, []),
    () => { const name = fresh(); return loop(`for (const ${name} in plain(${x(2)}))`, d, [named(name, "const")]); },
    () => { if (place !== "async" && place !== "asyncGenerator") return `fs.push(0);`; const name = fresh(); return loop(`for await (const ${name} of ${chance(2) ? asyncIterable() : iterable(1)})`, d, [named(name, "const")]); },
    () => `try ${nested(d)} catch (e${count}) ${nested(d, named("e" + count++))}`,
    () => `try ${nested(d)} finally ${nested(d)}`,
    () => `try ${nested(d)} catch { ${block(2, d + 1)} } finally ${nested(d)}`,
    () => { const found = [], text = pattern(found); return `try { ${block(2, d + 1)} throw ${x(2)}; } catch (${text}) ${nested(d, ...found.map((each) => named(each)))}`; },
    leave, leave,
    () => { labels.push({ name: "", switch: true }); const name = fresh(); const text = `switch (${x(1)}) { case ${x(2)}: ${block(2, d + 1)} ${chance(2) ? "break;" : ""} ${chance(2) ? `default: ${block(2, d + 1)}` : ""} case ${x(2)}: let ${name} = ${x(2)}; ${scoped(() => block(2, d + 1), named(name))} }`; labels.pop(); return text; },
    () => { const name = fresh("l"); labels.push({ name }); const text = `${name}: ${nested(d)}`; labels.pop(); return text; },
    () => { const name = fresh("f"); const text = functionText(name, d); return declare("let", name, text); },
    () => { const name = fresh("C"); const text = scoped(() => classText(name, d), named(name, "const")); return declare("let", name, text); },
    () => chance(4) ? scoped(() => `t("dead", ${variable()}); let ${fresh("dead")} = 1;`, named("dead" + (count))) : `fs.push(1);`,
    () => `{ ${block(3, d + 1)} }`,
  ])();
}
function program() {
  names = [named("g0"), named("g1"), named("o0", "const"), named("f0", "const"), named("d0", "const")];
  count = 1;
  budget = 90;
  labels = [];
  place = "top";
  const [list, found] = inside("parameters", parameters);
  const kind = pick("function", "function", "generator", "async", "asyncGenerator");
  const word = { function: "function", generator: "function*", async: "async function", asyncGenerator: "async function*" }[kind];
  return `"use strict"; (function () { let g0 = 1, g1 = "x", g9; const fs = [], o0 = object("o0"), d0 = trap({ a: 1, b: [1, 2] });
    function f0(...a) { return t("f0", a); }
    const main = ${word} (${list}) ${bodyOf(kind, 7, 0, found)};
    return { kind: "${kind}", main, fs, done() { t("g0", g0); t("g1", g1); } };
  })()`;
}

// ---- running them

const outcome = (error) => lines.push("thrown " + (error instanceof Enough ? "enough" : shown(error)));
async function drive({ kind, main, fs, done }) {
  try {
    let result = main(1, [2, 3], { a: 4 });
    if (kind === "function") t("result", result);
    else if (kind === "async") t("result", await result);
    else for (let i = 0; i < 12; i++) {
      const step = i === 6 ? "throw" : i === 9 ? "return" : "next";
      const { value, done } = await result[step](i);
      t("step " + i, value);
      if (done) break;
    }
  } catch (error) { outcome(error); }
  for (let i = 0; i < fs.length && i < 12; i++) {
    try { if (typeof fs[i] === "function") lines.push("closure " + shown(fs[i]())); } catch (error) { outcome(error); }
  }
  try { done(); } catch (error) { outcome(error); }
}
(async () => {
  for (let i = 0; i < PROGRAMS; i++) {
    const text = program();
    lines = [];
    steps = 0;
    console.log("program " + i);
    let made;
    try { made = (0, eval)(text); } catch (error) { lines.push("early " + shown(error)); }
    if (made) await drive(made);
    for (let k = 0; k < 20; k++) await null;
    console.log(lines.join("\n"));
  }
})();
