const o: any = { valueOf() { throw new RangeError("from valueOf"); }, toString() { throw "text"; } };
for (const f of [() => o + 1, () => -o, () => o < 1, () => `${o}`, () => [1][o], () => o++]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: RangeError: from valueOf
    // expect: RangeError: from valueOf
    // expect: RangeError: from valueOf
    // expect: text
    // expect: text
    // expect: RangeError: from valueOf
  }
}
