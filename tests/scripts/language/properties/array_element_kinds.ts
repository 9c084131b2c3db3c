// Elements change kind: integers, doubles, mixed, holes, sparse.
const a: any[] = [1, 2, 3];
a.push(1.5);
a.push("s");
a[7] = null;
a[1] = undefined;
console.log(a, a.length); // expect: [ 1, undefined, 3, 1.5, 's', <2 empty items>, null ] 8
a.length = 2;
a[1000] = 1;
console.log(a.length, a[500], a[1000]); // expect: 1001 undefined 1
a.length = 3;
console.log(a, Object.keys(a)); // expect: [ 1, undefined, <1 empty item> ] [ '0', '1' ]
