console.log(Math.max(), Math.min(), Math.max(1, 3, 2), Math.min(1, NaN, 2), Math.max(1, "5" as any), Math.max(null as any, -1), Math.max(undefined as any), Math.max(...[]), Object.is(Math.max(-0, 0), 0), Object.is(Math.min(0, -0), -0), Math.max.length); // expect: -Infinity Infinity 3 NaN 5 0 NaN -Infinity true true 2
const order: string[] = [];
Math.max({ valueOf() { order.push("a"); return NaN; } } as any, { valueOf() { order.push("b"); return 1; } } as any);
console.log(order); // expect: [ 'a', 'b' ]
