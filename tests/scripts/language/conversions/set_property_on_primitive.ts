for (const f of [() => ((5 as any).x = 1), () => (("abc" as any)[0] = "z"), () => (("abc" as any).length = 1), () => ((true as any).y = 1)]) {
  try {
    f();
    console.log("no error");
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot create property 'x' on number '5'
    // expect: TypeError: Cannot assign to read only property '0' of string 'abc'
    // expect: TypeError: Cannot assign to read only property 'length' of string 'abc'
    // expect: TypeError: Cannot create property 'y' on boolean 'true'
  }
}
