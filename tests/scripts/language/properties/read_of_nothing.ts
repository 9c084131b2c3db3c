const nothing: any = null, missing: any = undefined, o: any = { a: {} };
for (const f of [
  () => nothing.x, () => missing.x, () => nothing["key with space"], () => missing[0], () => o.b.c, () => o.a.b.c, () => missing[Symbol("s")],
  () => { nothing.x = 1; }, () => { missing[0] = 1; }, () => { o.b.c = 1; },
]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot read properties of null (reading 'x')
    // expect: TypeError: Cannot read properties of undefined (reading 'x')
    // expect: TypeError: Cannot read properties of null (reading 'key with space')
    // expect: TypeError: Cannot read properties of undefined (reading '0')
    // expect: TypeError: Cannot read properties of undefined (reading 'c')
    // expect: TypeError: Cannot read properties of undefined (reading 'c')
    // expect: TypeError: Cannot read properties of undefined (reading 'Symbol(s)')
    // expect: TypeError: Cannot set properties of null (setting 'x')
    // expect: TypeError: Cannot set properties of undefined (setting '0')
    // expect: TypeError: Cannot set properties of undefined (setting 'c')
  }
}
