console.log(JSON.stringify({ b: 1, a: [1, { c: null }], 2: "x", [Symbol("s")]: 1 }), JSON.stringify([[], [[]], {}]), JSON.stringify({ "key with \"quotes\"": 1, "": 2 })); // expect: {"2":"x","b":1,"a":[1,{"c":null}]} [[],[[]],{}] {"key with \"quotes\"":1,"":2}
console.log(JSON.stringify(new Map([[1, 2]])), JSON.stringify(new Set([1])), JSON.stringify(Object.create({ inherited: 1 })), JSON.stringify([1, , 3]), JSON.stringify("abc"), JSON.stringify(new Error("e"))); // expect: {} {} {} [1,null,3] "abc" {}
class P { x = 1; get y() { return 2; } static s = 1; m() {} }
console.log(JSON.stringify(new P()), JSON.stringify({ get g() { return "getter"; } }), JSON.stringify(Object.defineProperty({ v: 1 }, "hidden", { value: 2 }))); // expect: {"x":1} {"g":"getter"} {"v":1}
