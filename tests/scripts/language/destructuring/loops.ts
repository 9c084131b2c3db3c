for (const [key, value] of Object.entries({ a: 1, b: 2 })) console.log(key, value); // expect: a 1
// expect: b 2
for (const { id, tags: [first = "none"] = [] } of [{ id: 1 }, { id: 2, tags: ["x"] }] as any[]) console.log(id, first); // expect: 1 none
// expect: 2 x
let a: any, b: any;
for ([a, b = "b"] of [[1], [2, 3]]) console.log(a, b); // expect: 1 b
// expect: 2 3
for ({ a, ...b } of [{ a: 1, c: 2 }]) console.log(a, b); // expect: 1 { c: 2 }
const o: any = {};
for (o.key in { p: 1, q: 2 }) console.log(o.key); // expect: p
// expect: q
for (const [c1, c2] in { xy: 1 }) console.log(c1, c2); // expect: x y
for (let [i, j] = [0, 5]; i < j; [i, j] = [i + 2, j - 1]) console.log(i, j); // expect: 0 5
// expect: 2 4
