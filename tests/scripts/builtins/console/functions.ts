function named() {}
const arrow = () => {};
const o = { method() {}, get g() { return 1; }, set s(v: any) {}, get both() { return 1; }, set both(v) {}, f: function () {}, [Symbol("k")]: () => {} };
console.log(named, arrow, () => {}, o, Math.max, [named, class K {}]); // expect: [Function: named] [Function: arrow] [Function (anonymous)] {
// expect:   method: [Function: method],
// expect:   g: [Getter],
// expect:   s: [Setter],
// expect:   both: [Getter/Setter],
// expect:   f: [Function: f],
// expect:   [Symbol(k)]: [Function: [k]]
// expect: } [Function: max] [ [Function: named], [class K] ]
const withProps: any = function f() {};
withProps.a = 1;
withProps.b = { c: 2 };
console.log(withProps, Object.assign(() => {}, { x: 1 }), named.bind(null)); // expect: [Function: f] { a: 1, b: { c: 2 } } [Function (anonymous)] { x: 1 } [Function: bound named]
Object.defineProperty(named, "name", { value: "" });
console.log(named); // expect: [Function (anonymous)]
