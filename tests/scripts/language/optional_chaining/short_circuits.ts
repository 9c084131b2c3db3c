const o: any = { a: { b: { c: 1 } }, f: (x: number) => x * 2, n: null, list: [1, [2]] };
console.log(o?.a?.b?.c, o?.x?.b.c.d.e, o.n?.foo, o.n?.foo.bar(), o.x?.[0], o.list?.[1]?.[0]); // expect: 1 undefined undefined undefined undefined 2
console.log(o.f?.(21), o.g?.(1), o.n?.f(), o?.["a"]?.["b"], (null as any)?.x, (undefined as any)?.()); // expect: 42 undefined undefined { c: 1 } undefined undefined
let calls = 0;
o.n?.x(calls++);
o.n?.[calls++];
o.g?.(calls++, calls++);
console.log(calls); // expect: 0
