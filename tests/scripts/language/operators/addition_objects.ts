console.log([] + ([] as any), [1, 2] + ([3] as any), ({} as any) + "", (() => 1) + ""); // expect:  1,23 [object Object] () => 1
console.log([] + (1 as any), {} + (1 as any), null + ([] as any), true + ({} as any)); // expect: 1 [object Object]1 null true[object Object]
console.log("a" + [1, [2, 3]], [null, undefined, 1] + ""); // expect: a1,2,3 ,,1
