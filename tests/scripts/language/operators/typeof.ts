const values: any[] = [undefined, null, true, 1, "s", Symbol(), {}, [], () => 1, class {}, Math, new Map(), new Number(1)];
console.log(values.map((v) => typeof v).join(" ")); // expect: undefined object boolean number string symbol object object function function object object object
console.log(typeof typeof 1, typeof (1 + "a"), typeof Math.max, typeof !1); // expect: string string function boolean
