console.log("%s is %d years and %i months, %f", "Bob", 42.5, 6.9, "1.5"); // expect: Bob is 42.5 years and 6 months, 1.5
console.log("%o|%O|%j|%%|%c|%x", { a: 1 }, { b: { c: {} } }, { d: 1 }, "css", 1); // expect: { a: 1 }|{ b: { c: {} } }|{"d":1}|%||%x 1
console.log("%s %s", "only one", "and", "rest", { a: 1 }); // expect: only one and rest { a: 1 }
console.log("no specifiers", "%s", 1); // expect: no specifiers %s 1
console.log("%s %s %s %s %s", null, undefined, { a: { b: 1 } }, [1, [2]], () => 1); // expect: null undefined { a: [Object] } [ 1, [Array] ] () => 1
console.log("%d %d %i %f %d", "x", "0x10", "12px", "3.5abc", Symbol.iterator); // expect: NaN 16 12 3.5 NaN
console.log("%s", Symbol("sym"), "100%", "%"); // expect: Symbol(sym) 100% %
console.log("%s %s", -0, class Foo {}, 5); // expect: -0 class Foo {} 5
