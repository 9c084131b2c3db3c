const calls: any[] = [];
[1, , 3].forEach((v, i, a) => calls.push([v, i, a.length]));
console.log(calls, [1, , 3].map((n) => n! * 2), [1, , 3, 0].filter(() => true), ["1", "2", "3"].map(Number), ["10", "10", "10"].map(parseInt as any)); // expect: [ [ 1, 0, 3 ], [ 3, 2, 3 ] ] [ 2, <1 empty item>, 6 ] [ 1, 3, 0 ] [ 1, 2, 3 ] [ 10, NaN, 2 ]
console.log([1, 2, 3].map(function (this: any, n) { return n * this.k; }, { k: 10 }), [3, 4].forEach((x) => x), [].map((x) => x)); // expect: [ 10, 20, 30 ] undefined []
for (const bad of [undefined, null, {}, "s"]) {
  try {
    [1].map(bad as any);
  } catch (e) {
    console.log(String(e)); // expect: TypeError: undefined is not a function
    // expect: TypeError: null is not a function
    // expect: TypeError: #<Object> is not a function
    // expect: TypeError: s is not a function
  }
}
