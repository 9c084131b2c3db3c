const o = { method() {}, get g() { return 1; } };
const values: any[] = [() => {}, o.method, Math.max, {}, 5, undefined, Symbol];
for (const v of values) {
  try {
    new v();
    console.log("made");
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
try {
  const arrow: any = () => {};
  new arrow();
} catch (e) {
  console.log((e as Error).message); // expect: arrow is not a constructor
}
try {
  const text: any = { a: { b: "c" } };
  new text.a.b();
} catch (e) {
  console.log((e as Error).message); // expect: text.a.b is not a constructor
}
