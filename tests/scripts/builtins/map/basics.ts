const m = new Map<any, any>([["a", 1], ["b", 2]]);
console.log(m.size, m.get("a"), m.get("z"), m.has("b"), m.set("c", 3) === m, m.delete("a"), m.delete("a"), m.size, m); // expect: 2 1 undefined true true true false 2 Map(2) { 'b' => 2, 'c' => 3 }
m.clear();
console.log(m.size, m, new Map(), new Map(null), new Map(m)); // expect: 0 Map(0) {} Map(0) {} Map(0) {} Map(0) {}
