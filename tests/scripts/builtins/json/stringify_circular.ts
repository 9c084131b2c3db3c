const o: any = { name: "o" };
o.self = o;
try {
  JSON.stringify(o);
} catch (e) {
  console.log((e as Error).name, (e as Error).message.split("\n")[0]); // expect: TypeError Converting circular structure to JSON
}
const a: any[] = [];
a.push([a]);
try {
  JSON.stringify(a);
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
const shared = { x: 1 };
console.log(JSON.stringify([shared, shared])); // expect: [{"x":1},{"x":1}]
