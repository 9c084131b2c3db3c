console.log(Array.from("a😀b"), Array.from({ length: 3, 0: "x", 2: "z" }), Array.from(new Set([1, 2]), (n) => n * 2)); // expect: [ 'a', '😀', 'b' ] [ 'x', undefined, 'z' ] [ 2, 4 ]
console.log(Array.from([1, , 3]), Array.from({ length: 2 }), Array.from(new Map([["a", 1]])), Array.from(5 as any), Array.from([1, 2], function (this: any, n) { return n + this.add; }, { add: 10 })); // expect: [ 1, undefined, 3 ] [ undefined, undefined ] [ [ 'a', 1 ] ] [] [ 11, 12 ]
console.log(Array.from({ length: "2" as any, 0: 1, 1: 2 }), Array.from({ length: -5 }), Array.from.call(Object, [1]) as any); // expect: [ 1, 2 ] [] { '0': 1, length: 1 }
try {
  Array.from([1], 5 as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: 5 is not a function
}
