const o = { b: 1, a: [2], 1: "x" };
console.log(Object.keys(o), Object.values(o), Object.entries(o)); // expect: [ '1', 'b', 'a' ] [ 'x', 1, [ 2 ] ] [ [ '1', 'x' ], [ 'b', 1 ], [ 'a', [ 2 ] ] ]
console.log(Object.keys("ab"), Object.values("ab"), Object.entries([7, 8]), Object.keys(5 as any)); // expect: [ '0', '1' ] [ 'a', 'b' ] [ [ '0', 7 ], [ '1', 8 ] ] []
try {
  Object.keys(null as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot convert undefined or null to object
}
