const s: any = Symbol("s"), o: any = {};
for (const f of [() => s + 1, () => `${s}`, () => 1 in (5 as any), () => "a" in ("str" as any), () => o instanceof 5, () => o instanceof o, () => null! instanceof (() => 1)]) {
  try {
    console.log(f());
  } catch (e) {
    console.log((e as Error).message); // expect: Cannot convert a Symbol value to a number
    // expect: Cannot convert a Symbol value to a string
    // expect: Cannot use 'in' operator to search for '1' in 5
    // expect: Cannot use 'in' operator to search for 'a' in str
    // expect: Right-hand side of 'instanceof' is not an object
    // expect: Right-hand side of 'instanceof' is not callable
    // expect: false
  }
}
