// Code that nothing refers to makes place for other code; what something refers to stays as it was.
const kept: (() => unknown)[] = [];
const generators: Generator[] = [];
const errors: Error[] = [];
const promises: Promise<unknown>[] = [];
for (let i = 0; i < 3000; i++) {
  if (eval(`(x => ({ x, i: ${i}, list: [x, "a${i}"] }))(${i}).list[1]`) !== "a" + i) throw i;
  if (i % 300 === 0) {
    kept.push(eval(`(() => { class C { #p = ${i}; static make() { return new C().#p } } return { c: C.make(), t: "t${i}" } })`));
    generators.push(eval(`(function* () { try { yield ${i}; yield "second" + ${i} } finally { yield "end${i}" } })()`));
    generators.at(-1)!.next();
    errors.push(eval(`(function thrower${i}() { return new Error("e${i}") })()`));
    promises.push(eval(`(async () => { await null; await 1; return ${i} })()`));
    kept.push(new Function("a = 5", `return a + ${i}`) as () => unknown);
  }
}
console.log(JSON.stringify(kept.slice(0, 4).map((f) => f()))); // expect: [{"c":0,"t":"t0"},5,{"c":300,"t":"t300"},305]
console.log(kept.every((f, n) => JSON.stringify(f()).includes(String(n % 2 ? 5 + (n >> 1) * 300 : (n >> 1) * 300)))); // expect: true
console.log(generators.every((g, n) => g.next().value === "second" + n * 300 && g.next().value === "end" + n * 300)); // expect: true
console.log(errors.every((e, n) => e.stack!.includes("thrower" + n * 300) && String(e) === "Error: e" + n * 300)); // expect: true
console.log(kept.every((f, n) => String(f).includes(n % 2 ? "return a + " + (n >> 1) * 300 : "static make"))); // expect: true
console.log((await Promise.all(promises)).join()); // expect: 0,300,600,900,1200,1500,1800,2100,2400,2700
export {};
