const g: any = globalThis;
const read = () => (typeof g.fresh === "undefined" ? "none" : g.fresh);
console.log(read()); // expect: none
g.fresh = 1;
console.log(read()); // expect: 1
// @ts-ignore
const byName = () => fresh;
console.log(byName(), byName()); // expect: 1 1
g.fresh = 2;
console.log(byName()); // expect: 2
delete g.fresh;
try {
  byName();
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: fresh is not defined
}
