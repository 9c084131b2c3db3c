const o: any = { if: 1, class: 2, function: 3, return: 4, type: 5, of: 6, let: 7, yield: 8, await: 9, enum: 10, null: 11 };
console.log(o.if + o.class + o.function + o.return + o.null, o.type, o.of, o.let, o.yield, o.await, o.enum); // expect: 21 5 6 7 8 9 10
const type = 1, of = 2, as = 3, from = 4, get = 5, set = 6, async = 7, namespace = 8, module = 9, declare = 10, abstract = 11, readonly = 12, is = 13, satisfies = 14, infer = 15, keyof = 16;
console.log(type + of + as + from + get + set + async + namespace + module + declare + abstract + readonly + is + satisfies + infer + keyof); // expect: 136
