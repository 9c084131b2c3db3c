const s = new Set<any>([1, 2, 2, NaN, NaN, 0, -0, "1"]);
console.log(s.size, s, s.has(NaN), s.has("1"), s.has(-0), s.add(5) === s, s.delete(1), s.delete(1), [...s], s.keys === s.values, [...s.entries()][0]); // expect: 5 Set(5) { 2, NaN, 0, '1', 5 } true true true true true false [ 2, NaN, 0, '1', 5 ] true [ 2, 2 ]
s.forEach((v, k, all) => { if (v !== k && v === v) console.log("differs"); if (all !== s) console.log("other set"); });
s.clear();
console.log(s.size, s, new Set("hello"), new Set([[1], [1]]).size); // expect: 0 Set(0) {} Set(4) { 'h', 'e', 'l', 'o' } 2
