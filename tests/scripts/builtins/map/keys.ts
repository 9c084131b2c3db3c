const o = {}, s = Symbol();
const m = new Map<any, any>([[NaN, "nan"], [0, "zero"], ["0", "text"], [o, "object"], [undefined, "undefined"], [null, "null"], [s, "symbol"], [true, "true"]]);
console.log(m.get(NaN), m.get(-0), m.get("0"), m.get(o), m.get({}), m.get(undefined), m.get(null), m.get(s), m.get(true), m.get(1)); // expect: nan zero text object undefined undefined null symbol true undefined
m.set(-0, "minus zero");
console.log(Object.is([...m.keys()][1], 0), m.get(0), m.size); // expect: true minus zero 8
console.log(new Map([["ab", 1]]).get("a" + "b"), new Map([[1, "int"]]).get(1.0), new Map([[2 ** 53, 1]]).has(2 ** 53 + 1), new Map([[0.1 + 0.2, 1]]).has(0.3)); // expect: 1 int true false
