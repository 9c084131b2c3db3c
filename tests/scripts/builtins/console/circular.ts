const o: any = { name: "o" };
o.self = o;
o.nested = { back: o, list: [o] };
console.log(o); // expect: <ref *1> {
// expect:   name: 'o',
// expect:   self: [Circular *1],
// expect:   nested: { back: [Circular *1], list: [ [Circular *1] ] }
// expect: }
const a: any[] = [1];
a.push(a, [a]);
console.log(a); // expect: <ref *1> [ 1, [Circular *1], [ [Circular *1] ] ]
const x: any = {}, y: any = { x };
x.y = y;
console.log(x, [x, y]); // expect: <ref *1> { y: { x: [Circular *1] } } [
// expect:   <ref *1> { y: { x: [Circular *1] } },
// expect:   <ref *2> { x: <ref *1> { y: [Circular *2] } }
// expect: ]
const m = new Map();
m.set("m", m);
console.log(m, { m }); // expect: <ref *1> Map(1) { 'm' => [Circular *1] } { m: <ref *1> Map(1) { 'm' => [Circular *1] } }
const shared = { v: 1 };
console.log([shared, shared]); // expect: [ { v: 1 }, { v: 1 } ]
