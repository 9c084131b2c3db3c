const a: any = [];
a[1_000_000] = "far";
console.log(a.length, a[5], Object.keys(a), a.indexOf("far")); // expect: 1000001 undefined [ '1000000' ] 1000000
let visits = 0;
a.forEach(() => visits++);
a[3] = "near";
console.log(visits, a.findIndex((x: any) => x === "near"), Object.keys(a)); // expect: 1 3 [ '3', '1000000' ]
a.length = 10;
console.log(a.length, a, a.join("").length); // expect: 10 [ <3 empty items>, 'near', <6 empty items> ] 4
