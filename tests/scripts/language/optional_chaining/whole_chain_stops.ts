const o: any = null;
console.log(o?.a.b.c.d, o?.a[1].b(), o?.a().b); // expect: undefined undefined undefined
try {
  (o?.a).b;
} catch (e) {
  console.log((e as Error).message); // expect: Cannot read properties of undefined (reading 'b')
}
const p: any = { a: undefined };
try {
  p?.a.b;
} catch (e) {
  console.log((e as Error).message); // expect: Cannot read properties of undefined (reading 'b')
}
