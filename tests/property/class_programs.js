// Random classes, with private names, statics, accessors, heritage and super() in odd places: what they do is a line each.
"use strict";
let seed = 1;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const pick = (...choices) => choices[random(choices.length)];
const chance = (n) => random(n) === 0;

globalThis.lines = [];
globalThis.log = (...values) => lines.push(values.map(shown).join(" "));
globalThis.key = (name) => (log("key", name), name);
globalThis.value = (name, x) => (log("value", name), x);
let depth = 0;
globalThis.deep = (f) => {
  if (depth > 3) return "deep";
  depth++;
  try { return f(); } finally { depth--; }
};
globalThis.attempt = (f) => {
  try { log(f()); } catch (error) { log(error.constructor.name + ": " + error.message); }
};
function shown(x) {
  return typeof x === "function" ? "function " + x.name : typeof x === "object" && x !== null ? JSON.stringify(x) : String(x);
}

function expression(can, level = 0) {
  const choices = ["1", "'s'", `value("v${random(9)}", ${random(9)})`];
  if (can.self) choices.push("this.f0", "deep(() => this.m0?.())", "typeof this", "(() => this.f1)()");
  for (const name of can.self ? can.names : []) choices.push(`this.#${name}`, `(#${name} in this)`);
  for (const name of can.self ? can.fields : []) choices.push(`this.#${name}++`, `(this.#${name} ??= 3)`);
  if (can.home) choices.push("deep(() => super.m0?.())", "super.f0", "deep(() => super.g0)", 'deep(() => super["m1"]?.())');
  if (can.target) choices.push("new.target?.name", "(() => new.target?.name)()");
  choices.push(`typeof ${can.name}`, `${can.name}.name`);
  const text = choices[random(choices.length)];
  if (level < 2 && chance(4)) return `[${text}, ${expression(can, level + 1)}].join("+")`;
  return level < 2 && chance(9) ? `(${text}) ?? ${expression(can, level + 1)}` : text;
}

const KINDS = ["field", "field", "method", "get", "set", "static field", "static method", "#field", "#method", "#get",
  "static #field", "static #method", "block", "computed field", "computed method", "generator"];

function member(kind, i, can) {
  const j = i % 3, bare = { ...can, names: [], fields: [] };
  const it = (extra) => expression({ ...can, ...extra }), plain = () => expression(bare);
  switch (kind) {
    case "field": return `f${j} = ${it({ target: true })};`;
    case "method": return `m${j}() { ${chance(3) ? `log(${it()});` : ""} return ${it({ target: true })}; }`;
    case "get": return `${chance(4) ? "static " : ""}get g${j}() { return ${plain()}; }`;
    case "set": return `set g${j}(v) { log("set", v); this.z = v; }`;
    case "static field": return `static f${j} = ${plain()};`;
    case "static method": return `static m${j}() { return ${plain()}; }`;
    case "#field": return `#p${i} = ${it()};`;
    case "#method": return `#p${i}() { return ${it()}; }`;
    case "#get": return `get #p${i}() { return ${plain()}; } set #p${i}(v) { log("private set", v); }`;
    case "static #field": return `static #s${i} = ${plain()}; static rs${i}(o = this) { return o.#s${i}; }`;
    case "static #method": return `static #s${i}() { return ${plain()}; } static rs${i}(o = this) { return o.#s${i}(); }`;
    case "block": return `static { log(${plain()}); this.b = 1; }`;
    case "computed field": return `${pick("static ", "")}[key("c${i}")] = ${plain()};`;
    case "computed method": return `${pick("static ", "")}[key("d${i}")]() { return ${plain()}; }`;
    default: return `*i${j}() { yield ${it()}; yield* [${it()}]; }`;
  }
}

function constructor(name, parent, can) {
  const self = { ...can, target: true };
  if (!parent) return `constructor(a = ${expression({ ...can, self: false, home: false, target: true })}) {
    log(${expression(self)}); ${pick("", "return undefined;", "return { f0: 1 };")} }`;
  const body = pick("super(...a);", "super();", "(() => super(...a))();", "super(); try { super(); } catch (e) { log(e.message); }",
    "if (a.length) super(a.length); else super();", "try { super(); } finally { log('finally'); }", "eval('super()');",
    "if (a.length) return { ret: 1 }; super();", "try { this; } catch (e) { log(e.message); } super(a);", "return;");
  return `constructor(...a) { log("${name}"); ${body} log(${expression(self)}); ${pick("", "", "return { r: 1 };", "return 5;")} }`;
}

function classText(name, parent) {
  const plan = Array.from({ length: 2 + random(7) }, (_, i) => [KINDS[random(KINDS.length)], i]);
  const names = plan.filter(([kind]) => kind.startsWith("#")).map(([, i]) => "p" + i);
  const fields = plan.filter(([kind]) => kind === "#field").map(([, i]) => "p" + i);
  const can = { name, names, fields, self: true, home: true };
  const members = plan.map(([kind, i]) => member(kind, i, can));
  members.push(`static has(o) { return [${names.map((each) => `#${each} in o`)}]; }`);
  if (names.length) {
    const each = names[random(names.length)];
    members.push(`static read(o) { return o.#${each}; } static write(o, v) { o.#${each} = v; return o.#${each}; }`);
  }
  if (random(5) < 3) members.splice(random(members.length), 0, constructor(name, parent, can));
  return `class ${name} ${parent ? "extends " + parent : ""} {\n${members.join("\n")}\n}`;
}

function program() {
  const classes = [], text = [];
  for (const name of ["A", "B", "C", "D"].slice(0, 1 + random(4))) {
    const parent = classes.length && random(3) ? classes[random(classes.length)] : pick("", "", "Array", "Error", "Object", "Map");
    const source = classText(name, parent);
    text.push(`var ${name};`, pick(
      `attempt(() => { ${name} = ${source}; return "made"; });`,
      `attempt(() => { const make = () => ${source}; ${name} = make(); return ${name}.has(new (make())()); });`,
      `attempt(() => { for (let i = 0; i < 2; i++) ${name} = ${source}; return ${name}.name; });`));
    classes.push(name);
  }
  for (const name of classes) {
    const object = name.toLowerCase();
    const say = (code) => text.push(`attempt(() => ${code});`);
    say(`Object.getOwnPropertyNames(${name})`);
    text.push(`var ${object}; attempt(() => Object.keys(${object} = new ${name}(${pick("", "1", "1, 2")})));`);
    for (const each of ["m0", "m1", "m2", "i0"]) say(`${object}.${each}?.()`), say(`${name}.${each}?.()`);
    for (const each of ["g0", "g1", "c1"]) say(`${object}.${each}`), say(`(${object}.${each} = 3)`);
    for (const other of classes) {
      say(`${other}.has(${object})`), say(`${other}.read?.(${object})`), say(`${other}.write?.(${object}, 8)`), say(`${other}.has(${name})`);
    }
    for (let i = 0; i < 6; i++) say(`${name}.rs${i}?.()`), say(`${name}.rs${i}?.call({}, class {})`);
  }
  return `"use strict"; (function () { ${text.join("\n")} })();`;
}

for (let i = 0; i < 60; i++) {
  (0, eval)(program());
  console.log("program " + i);
  console.log(lines.join("\n"));
  lines.length = 0;
}
