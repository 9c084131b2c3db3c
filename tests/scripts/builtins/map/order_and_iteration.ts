const m = new Map([["b", 1], ["a", 2]]);
m.set("c", 3).set("b", 9);
m.delete("a");
m.set("a", 4);
console.log([...m], [...m.keys()].join(""), [...m.values()], [...m.entries()].length, m[Symbol.iterator] === m.entries); // expect: [ [ 'b', 9 ], [ 'c', 3 ], [ 'a', 4 ] ] bca [ 9, 3, 4 ] 3 true
m.forEach((v, k, all) => console.log(k, v, all === m)); // expect: b 9 true
// expect: c 3 true
// expect: a 4 true
