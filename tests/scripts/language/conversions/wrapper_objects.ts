const n: any = new Number(5), s: any = new String("ab"), b: any = new Boolean(false);
console.log(n + 1, s + 1, b + 1, typeof n, typeof s, b ? "truthy" : "falsy"); // expect: 6 ab1 1 object object truthy
console.log(n == 5, n === 5, s == "ab", s.length, s[1], Object.keys(s), 0 in s); // expect: true false true 2 b [ '0', '1' ] true
console.log(Object(1) instanceof Number, Object("x").length, Object(true).valueOf(), Object(n) === n); // expect: true 1 true true
console.log([n, s, b]); // expect: [ [Number: 5], [String: 'ab'], [Boolean: false] ]
