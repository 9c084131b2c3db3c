const o = { toJSON(key: string) { return `key ${key}`; } };
console.log(JSON.stringify(o), JSON.stringify({ a: o, b: [o] }), JSON.stringify({ toJSON: () => undefined }), JSON.stringify([{ toJSON: () => undefined }]), JSON.stringify({ toJSON: 5 })); // expect: "key " {"a":"key a","b":["key 0"]} undefined [null] {"toJSON":5}
(String.prototype as any).toJSON = () => "patched";
console.log(JSON.stringify("x"), JSON.stringify({ x: "y" })); // expect: "x" {"x":"y"}
delete (String.prototype as any).toJSON;
console.log(JSON.stringify({ a: { toJSON() { return { deep: this === undefined, toJSON: () => "not again" }; } } })); // expect: {"a":{"deep":false}}
