console.log([1, null, undefined, "a", [2, [3]], {}].join(), [1, 2].join(""), [1, 2].join(" - "), [].join("x"), [, ,].join(), [1].join("x"), [1, 2].join(undefined), [1, 2].join(null as any)); // expect: 1,,,a,2,3,[object Object] 12 1 - 2  , 1 1,2 1null2
const cycle: any[] = [1];
cycle.push(cycle, 2);
console.log(cycle.join(), String(cycle)); // expect: 1,,2 1,,2
console.log(Array.prototype.join.call({ length: 3, 0: "a", 2: "c" }, "+"), [1.5, -0, NaN, true].toString()); // expect: a++c 1.5,0,NaN,true
