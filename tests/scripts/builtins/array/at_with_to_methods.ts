const a = [3, 1, 2];
console.log(a.at(0), a.at(-1), a.at(9), a.at(-9), a.at(1.9), a.at("x" as any)); // expect: 3 2 undefined undefined 1 3
console.log(a.with(1, 9), a.toSorted(), a.toReversed(), a.toSpliced(1, 1, 7, 8), a, [1, , 3].toReversed(), [, 1].with(1, 2), [3, , 1].toSorted()); // expect: [ 3, 9, 2 ] [ 1, 2, 3 ] [ 2, 1, 3 ] [ 3, 7, 8, 2 ] [ 3, 1, 2 ] [ 3, undefined, 1 ] [ undefined, 2 ] [ 1, 3, undefined ]
for (const f of [() => a.with(3, 0), () => a.with(-4, 0), () => a.toSorted(5 as any)]) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).name, (e as Error).message.length > 0); // expect: RangeError true
    // expect: RangeError true
    // expect: TypeError true
  }
}
