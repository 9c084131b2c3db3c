const o: any = { b: 1, 2: 1, a: 1, 1: 1, [Symbol("s")]: 1, "-1": 1, "01": 1, 4294967294: 1, 4294967295: 1 };
const keys: string[] = [];
for (const k in o) keys.push(k);
console.log(keys.join()); // expect: 1,2,4294967294,b,a,-1,01,4294967295
