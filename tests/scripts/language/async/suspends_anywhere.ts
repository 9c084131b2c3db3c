const later = (v) => new Promise((resolve) => setTimeout(() => resolve(v), 0));
const join = (...parts) => parts.join("|");
async function f() {
  const out = [join(1, await later(2), 3, await later(4)), `${await later("a")}-${await "b"}`];
  class K { static [await later("s")] = 1; [await later("m")]() { return 2; } }
  out.push(Object.keys(K).join(), new K()["m"]());
  switch (await later(7)) { case await later(7): out.push("case"); break; default: out.push("default"); }
  const { a = await later("default"), ...others } = await later({ b: 2 });
  const [x, y = await later("y"), ...zs] = [1, undefined, ...(await later([3, 4]))];
  out.push(a, others.b, x, y, zs.length);
  let total = 0;
  for (let i = 0; i < (await later(3)); i++) total += await later(i);
  for (const v of await later([10, 20])) { if (await later(v === 20)) continue; total += v; }
  out.push(total, (await later(true)) && (await later("and")), (await later(null)) ?? (await later("nullish")), await await later(1));
  const o = { [await later("k")]: await later("v"), async m() { return await this.k; } };
  out.push(await o.m(), o?.[await later("k")], (await later(o)).k);
  let n = 1;
  n += await later(2);
  out.push(n, typeof (await later(true)), new (await later(Set))([1]).size);
  return out;
}
for (const line of await f()) console.log(line); // expect: 1|2|3|4
// expect: a-b
// expect: s
// expect: 2
// expect: case
// expect: default
// expect: 2
// expect: 1
// expect: y
// expect: 2
// expect: 13
// expect: and
// expect: nullish
// expect: 1
// expect: v
// expect: v
// expect: v
// expect: 3
// expect: boolean
// expect: 1
