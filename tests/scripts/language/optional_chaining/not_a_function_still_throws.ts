const o: any = { f: 5 };
try {
  o.f?.();
} catch (e) {
  console.log((e as Error).message); // expect: o.f is not a function
}
try {
  o?.g();
} catch (e) {
  console.log((e as Error).message); // expect: o?.g is not a function
}
