const nothing: any = null, missing: any = undefined;
for (const f of [
  () => { const { a } = nothing; },
  () => { const { a } = missing; },
  () => { const {} = nothing; },
  () => { let x; ({ x } = missing); },
  () => { const { a: { b } } = {} as any; },
  () => (({ a }: any) => a)(nothing),
]) {
  try {
    f();
    console.log("no error");
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
