const s = Symbol("desc");
console.log({ [s]: 1, [Symbol()]: 2, [Symbol.iterator]: 3, a: s }, [s]); // expect: {
// expect:   a: Symbol(desc),
// expect:   [Symbol(desc)]: 1,
// expect:   [Symbol()]: 2,
// expect:   [Symbol(Symbol.iterator)]: 3
// expect: } [ Symbol(desc) ]
console.log({ get a() { return 1; }, set b(v: any) {}, get c() { return 1; }, set c(v) {} }); // expect: { a: [Getter], b: [Setter], c: [Getter/Setter] }
console.log({ get [Symbol.toStringTag]() { return "Tag"; } }, { [Symbol.toStringTag]: "T", x: 1 }); // expect: { [Symbol(Symbol.toStringTag)]: [Getter] } { x: 1, [Symbol(Symbol.toStringTag)]: 'T' }
class Tagged { get [Symbol.toStringTag]() { return "Special"; } }
console.log(new Tagged()); // expect: Tagged [Special] {}
