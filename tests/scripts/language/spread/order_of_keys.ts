const s = Symbol("s");
console.log({ z: 1, ...{ b: 1, 2: 1, [s]: 1, 1: 1, a: 1 }, y: 1 }); // expect: { '1': 1, '2': 1, z: 1, b: 1, a: 1, y: 1, [Symbol(s)]: 1 }
const log: string[] = [];
const source = { get x() { log.push("x"); return 1; }, get 1() { log.push("1"); return 2; }, get a() { log.push("a"); return 3; } };
({ ...source });
console.log(log.join()); // expect: 1,x,a
