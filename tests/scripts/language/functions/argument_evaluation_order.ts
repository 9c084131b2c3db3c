const log: string[] = [];
const n = (s: string): any => (log.push(s), s);
const o: any = { get f() { log.push("get f"); return (...args: any[]) => args.join(""); } };
o.f(n("a"), ...[n("b"), n("c")], n("d"));
n("callee") && (() => log.push("called"))();
new (class { constructor(...a: any[]) { log.push("new " + a); } })(n("x"));
try {
  (undefined as any)(n("evaluated before the failed call"));
} catch (e) {
  log.push((e as Error).name);
}
console.log(log.join(", ")); // expect: get f, a, b, c, d, callee, called, x, new x, evaluated before the failed call, TypeError
