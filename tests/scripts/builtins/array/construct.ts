console.log(new Array(3), Array(2).length, new Array(1, 2), new Array("3"), Array.of(3), Array.of(), new Array()); // expect: [ <3 empty items> ] 2 [ 1, 2 ] [ '3' ] [ 3 ] [] []
for (const bad of [-1, 1.5, 2 ** 32, NaN]) {
  try {
    new Array(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
  }
}
console.log(Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(Array.prototype), Array.isArray("a")); // expect: true false true false
