console.log(JSON.parse('{"a":1,"b":[2,{"c":3}]}', (k, v) => (typeof v === "number" ? v + 1 : v)), JSON.parse("[1,2,3]", (k, v) => (k === "1" ? undefined : v)), JSON.parse("5", (k, v) => [k, v])); // expect: { a: 2, b: [ 3, { c: 4 } ] } [ 1, <1 empty item>, 3 ] [ '', 5 ]
const order: string[] = [];
JSON.parse('{"x":{"y":1},"z":[2]}', function (this: any, k, v) { order.push(k); return v; });
console.log(order.join(",")); // expect: y,x,0,z,
