const o = { a: 1, b: { a: 2, c: 3 }, c: [1, { a: 4, d: 5 }], 1: "one" };
console.log(JSON.stringify(o, ["a", "c", "a"]), JSON.stringify(o, [1 as any, new String("b")]), JSON.stringify(o, []), JSON.stringify(o, {} as any)); // expect: {"a":1,"c":[1,{"a":4}]} {"1":"one","b":{}} {} {"1":"one","a":1,"b":{"a":2,"c":3},"c":[1,{"a":4,"d":5}]}
console.log(JSON.stringify(o, (k, v) => (typeof v === "number" ? v * 10 : v)), JSON.stringify(o, (k, v) => (k === "b" ? undefined : v)), JSON.stringify({ a: 1 }, () => "all"), JSON.stringify([1, 2], (k, v) => (k === "0" ? undefined : v))); // expect: {"1":"one","a":10,"b":{"a":20,"c":30},"c":[10,{"a":40,"d":50}]} {"1":"one","a":1,"c":[1,{"a":4,"d":5}]} "all" [null,2]
const keys: string[] = [];
JSON.stringify({ x: [1], y: { z: 2 } }, function (this: any, k, v) { keys.push(`${k}:${Array.isArray(this) ? "array" : Object.keys(this).join("")}`); return v; });
console.log(keys.join(" ")); // expect: : x:xy 0:array y:xy z:z
