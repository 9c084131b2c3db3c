const a: any = [1, 2, 3, 4];
a.length = 2;
console.log(a, a[2]); // expect: [ 1, 2 ] undefined
a.length = 4;
console.log(a, 3 in a); // expect: [ 1, 2, <2 empty items> ] false
a[6] = "x";
console.log(a.length, a); // expect: 7 [ 1, 2, <4 empty items>, 'x' ]
a["8"] = "y";
a["08"] = "not an index";
console.log(a.length, Object.keys(a)); // expect: 9 [ '0', '1', '6', '8', '08' ]
for (const bad of [-1, 1.5, "x", 2 ** 32]) {
  try {
    a.length = bad;
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
    // expect: RangeError: Invalid array length
  }
}
a.length = "3";
console.log(a.length); // expect: 3
