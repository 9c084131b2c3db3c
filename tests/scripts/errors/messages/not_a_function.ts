const o: any = { a: { b: 1 } };
const fs = [() => o.a.b(), () => o.a.c(), () => o["a"]["c"](), () => o.x.y(), () => o(), () => o.a(), () => (0 as any)(), () => o.a?.b(), () => [].foo(), () => "s".foo()] as any[];
for (const f of fs) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).message); // expect: o.a.b is not a function
    // expect: o.a.c is not a function
    // expect: o.a.c is not a function
    // expect: Cannot read properties of undefined (reading 'y')
    // expect: o is not a function
    // expect: o.a is not a function
    // expect: 0 is not a function
    // expect: o.a?.b is not a function
    // expect: [].foo is not a function
    // expect: "s".foo is not a function
  }
}
