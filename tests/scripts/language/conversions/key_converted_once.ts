// The specification converts the key of a compound assignment once (V8 does it for the read and for the write).
let calls = 0;
const key: any = { toString: () => (calls++, "k") };
const o: any = { k: 1 };
o[key] += 1;
console.log(o.k, calls); // expect: 2 1
o[key]++;
console.log(o.k, calls); // expect: 3 2
delete o[key];
console.log(o, calls, key in o); // expect: {} 3 false
