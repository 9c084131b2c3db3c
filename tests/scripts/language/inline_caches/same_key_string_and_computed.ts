const o: any = { ab: 1 };
const part = "a";
console.log(o[part + "b"], o["ab"], o.ab, o[`${part}b`]); // expect: 1 1 1 1
o[part + "c"] = 2;
console.log(o.ac, "ac" in o, Object.keys(o)); // expect: 2 true [ 'ab', 'ac' ]
const keys = ["x", "y", "z"];
const p: any = {};
for (let i = 0; i < 9; i++) p[keys[i % 3]!] = (p[keys[i % 3]!] ?? 0) + i;
console.log(p); // expect: { x: 9, y: 12, z: 15 }
