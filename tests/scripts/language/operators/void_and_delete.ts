const o: any = { a: 1, b: { c: 2 } };
console.log(void 0, void "x", delete o.a, delete o.nothing, "a" in o, delete o.b.c, o); // expect: undefined undefined true true false true { b: {} }
console.log(delete o["b"], Object.keys(o).length); // expect: true 0
