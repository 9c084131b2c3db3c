// A site that has cached a property of a boolean must not answer for undefined and null, whose values have the same tag.
for (const before of [true, 5, Symbol(), "x"] as any[]) {
  const length = (v: any) => v.length, other = (v: any) => v.foo, method = (v: any) => v.toString();
  for (const f of [length, other, method]) {
    f(before);
    f(before);
    for (const nothing of [null, undefined]) {
      try {
        console.log("read", f(nothing));
      } catch (e) {
        console.log((e as Error).message); // expect: Cannot read properties of null (reading 'length')
        // expect: Cannot read properties of undefined (reading 'length')
        // expect: Cannot read properties of null (reading 'foo')
        // expect: Cannot read properties of undefined (reading 'foo')
        // expect: Cannot read properties of null (reading 'toString')
        // expect: Cannot read properties of undefined (reading 'toString')
        // expect: Cannot read properties of null (reading 'length')
        // expect: Cannot read properties of undefined (reading 'length')
        // expect: Cannot read properties of null (reading 'foo')
        // expect: Cannot read properties of undefined (reading 'foo')
        // expect: Cannot read properties of null (reading 'toString')
        // expect: Cannot read properties of undefined (reading 'toString')
        // expect: Cannot read properties of null (reading 'length')
        // expect: Cannot read properties of undefined (reading 'length')
        // expect: Cannot read properties of null (reading 'foo')
        // expect: Cannot read properties of undefined (reading 'foo')
        // expect: Cannot read properties of null (reading 'toString')
        // expect: Cannot read properties of undefined (reading 'toString')
        // expect: Cannot read properties of null (reading 'length')
        // expect: Cannot read properties of undefined (reading 'length')
        // expect: Cannot read properties of null (reading 'foo')
        // expect: Cannot read properties of undefined (reading 'foo')
        // expect: Cannot read properties of null (reading 'toString')
        // expect: Cannot read properties of undefined (reading 'toString')
      }
    }
  }
}
