const o: any = { f: () => 1, n: 1 };
for (const f of [() => new o(), () => new o.f(), () => new o.n(), () => new o.missing(), () => new (Math.max as any)(), () => new (null as any)()]) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).message.endsWith("is not a constructor"), (e as Error).name); // expect: true TypeError
    // expect: true TypeError
    // expect: true TypeError
    // expect: true TypeError
    // expect: true TypeError
    // expect: true TypeError
  }
}
