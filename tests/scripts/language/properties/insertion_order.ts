const o: any = {};
o.b = 1;
o[10] = 1;
o.a = 1;
o[2] = 1;
o["01"] = 1;
const s = Symbol("s");
o[s] = 1;
o.c = 1;
delete o.b;
o.b = 2;
console.log(Object.keys(o).join(), JSON.stringify(o), Object.getOwnPropertyNames(o).join()); // expect: 2,10,a,01,c,b {"2":1,"10":1,"a":1,"01":1,"c":1,"b":2} 2,10,a,01,c,b
for (const k in o) console.log(k); // expect: 2
// expect: 10
// expect: a
// expect: 01
// expect: c
// expect: b
