function join(...parts) { return parts.join("|"); }
function* g() {
  const out = [];
  out.push(join(1, yield 1, 3, yield 2), `${yield 3}-${yield 4}`);
  class K { static [yield 5] = 1; [yield 6]() { return 2; } }
  out.push(Object.keys(K).join(), new K()["m"]());
  switch (yield 7) { case yield 8: out.push("case"); break; default: out.push("default", yield 9); }
  const o = { [yield 10]: yield 11, ...(yield 12), get [yield 13]() { return 1; } };
  out.push(JSON.stringify(o));
  out.push((yield 14) + (yield 15) * (yield 16), [yield 17, ...(yield 18), yield 19].join());
  let x = 1;
  x += yield 20;
  o[yield 21] ??= yield 22;
  out.push(x, o["nk"]);
  if (yield 23) out.push("if");
  while (yield 24) out.push("while");
  out.push(yield 25 ? 1 : 2, (yield 26) && (yield 27));
  for (let i = yield 28; i < (yield 29); i += yield 30) out.push(i);
  for (const key in yield 31) out.push(key);
  return out;
}
const sent = [
  undefined, "a", "b", "c", "d", "s", "m", 7, 8, "nine", "k1", "v1", { z: 1 }, "gg", 2, 3, 4, "e1", [5, 6], "e2", 41, "nk", "nv",
  true, false, 0, 1, 2, 10, 12, 5, 12, { p: 1 },
];
const it = g();
let last;
for (const value of sent) last = it.next(value);
console.log(last.value.slice(0, 8)); // expect: [
// expect:   '1|a|3|b',
// expect:   'c-d',
// expect:   's',
// expect:   2,
// expect:   'default',
// expect:   'nine',
// expect:   '{"k1":"v1","z":1,"gg":1}',
// expect:   14
// expect: ]
console.log(last.value.slice(8)); // expect: [ 'e1,5,6,e2', 42, 'nv', 'if', 0, 2, 10, 'p' ]
console.log(it.next()); // expect: { value: undefined, done: true }
