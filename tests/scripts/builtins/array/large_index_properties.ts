const a: any = [];
a[4294967294] = "last index";
console.log(a.length); // expect: 4294967295
a[4294967295] = "a property";
console.log(a.length, a["4294967295"], Object.keys(a)); // expect: 4294967295 a property [ '4294967294', '4294967295' ]
try {
  a.push(1);
} catch (e) {
  console.log((e as Error).name); // expect: RangeError
}
a.length = 0;
console.log(Object.keys(a)); // expect: [ '4294967295' ]
