const texts = ["1", "-0", "1.5e3", "1E-2", "\"a\\n\\u0041\\/\\\"\"", "true", "null", "[]", "{}", " [ 1 , 2 ] \n", "{\"a\":{\"b\":[1,null]},\"a\":2}", "\"😀\"", "123456789012345678901234567890", "{\"__proto__\": 1}", "{\"2\":1,\"1\":2,\"b\":3}"];
for (const t of texts) console.log(JSON.parse(t)); // expect: 1
// expect: -0
// expect: 1500
// expect: 0.01
// expect: a
// expect: A/"
// expect: true
// expect: null
// expect: []
// expect: {}
// expect: [ 1, 2 ]
// expect: { a: 2 }
// expect: 😀
// expect: 1.2345678901234568e+29
// expect: { ['__proto__']: 1 }
// expect: { '1': 2, '2': 1, b: 3 }
console.log(Object.is(JSON.parse("-0"), -0), Object.hasOwn(JSON.parse('{"__proto__": 1}'), "__proto__"), JSON.parse(1 as any), JSON.parse(null as any)); // expect: true true 1 null
