function a(): never { throw new RangeError("deep"); }
const b = () => [1].map(() => a());
class C { get g() { return b(); } }
try {
  new C().g;
  console.log("not reached");
} catch (e) {
  console.log((e as Error).name, (e as Error).message, e instanceof RangeError, e instanceof Error); // expect: RangeError deep true true
}
