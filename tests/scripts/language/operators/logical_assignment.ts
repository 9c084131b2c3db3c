let a: any = null, b: any = 0, c: any = 1;
a ??= 5;
b ||= 6;
c &&= 7;
console.log(a, b, c); // expect: 5 6 7
a ??= 8;
b ||= 9;
b &&= null;
console.log(a, b); // expect: 5 null
