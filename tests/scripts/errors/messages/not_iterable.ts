const o: any = {}, u: any = undefined;
for (const f of [() => { const [a] = o; }, () => { const [a] = u; }, () => { for (const x of o); }, () => [...o], () => Math.max(...o), () => new Set(5 as any), () => { for (const x of u); }]) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).name, (e as Error).message.includes("iterable")); // expect: TypeError true
    // expect: TypeError true
    // expect: TypeError true
    // expect: TypeError true
    // expect: TypeError true
    // expect: TypeError true
    // expect: TypeError true
  }
}
