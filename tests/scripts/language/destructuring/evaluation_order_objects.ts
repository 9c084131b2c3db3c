const log: string[] = [];
const source: any = { get a() { log.push("get a"); return undefined; }, get b() { log.push("get b"); return 2; } };
const key = (k: string) => (log.push("key " + k), k);
const target = (name: string): any => (log.push("target " + name), { set v(x: any) { log.push(`set ${name} ${x}`); } });
({ [key("a")]: target("one").v = (log.push("default"), 1), [key("b")]: target("two").v } = source);
console.log(log.join("\n")); // expect: key a
// expect: target one
// expect: get a
// expect: default
// expect: set one 1
// expect: key b
// expect: target two
// expect: get b
// expect: set two 2
