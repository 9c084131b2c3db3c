const { a, b: renamed, c = 3, d: { e, f = "f" }, ...rest } = { a: 1, b: 2, d: { e: 5 }, g: 6, h: 7 } as any;
console.log(a, renamed, c, e, f, rest); // expect: 1 2 3 5 f { g: 6, h: 7 }
const key = "dyn";
const { [key + "amic"]: computed, "quoted-key": quoted, 0: zero } = { dynamic: "yes", "quoted-key": "q", 0: "z" } as any;
console.log(computed, quoted, zero); // expect: yes q z
const { length } = "four";
const { toFixed } = 5;
console.log(length, typeof toFixed); // expect: 4 function
