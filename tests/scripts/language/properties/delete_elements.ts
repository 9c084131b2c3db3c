const a: any = [1, 2, 3];
console.log(delete a[1], a, 1 in a, a.length, delete a[9], delete a["2"], a, a.length); // expect: true [ 1, <2 empty items> ] false 3 true true [ 1, <2 empty items> ] 3
a.push(4);
console.log(a, Object.keys(a)); // expect: [ 1, <2 empty items>, 4 ] [ '0', '3' ]
