const a: any = [0, 0, 0];
let i = 0;
a[i++] = a[i++] = a[i++] = i;
console.log(a, i); // expect: [ 3, 3, 3 ] 3
const o: any = { a: 1 };
const old = o;
o.next = o.a = o;
console.log(old === o, o.next === o.a); // expect: true true
