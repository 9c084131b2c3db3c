const a = 1, b = 2;
const o: any = { a, b, "c d": 3, 4: "four", ["e" + 1]: 5, f() { return "f"; }, get g() { return "g"; }, async: 1, get: 2, set: 3, static: 4, new: 5, 0x10: "hex", 1e3: "exp", };
console.log(o.a, o["c d"], o[4], o.e1, o.f(), o.g, o.async + o.get + o.set + o.static + o.new, o[16], o["1000"]); // expect: 1 3 four 5 f g 15 hex exp
console.log({ x: 1, x: 2 } as any, { ["y"]: 1, y: 2 }); // expect: { x: 2 } { y: 2 }
