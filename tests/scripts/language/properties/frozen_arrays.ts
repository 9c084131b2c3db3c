const a: any = Object.freeze([1, 2]);
for (const f of [() => { a[0] = 9; }, () => { a[2] = 9; }, () => a.push(3), () => a.pop(), () => { a.length = 0; }, () => a.sort(), () => a.reverse(), () => a.shift(), () => a.fill(0)]) {
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
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
console.log(a, a.map((n: number) => n * 2), [...a, 3], a.concat(3), a.toSorted()); // expect: [ 1, 2 ] [ 2, 4 ] [ 1, 2, 3 ] [ 1, 2, 3 ] [ 1, 2 ]
