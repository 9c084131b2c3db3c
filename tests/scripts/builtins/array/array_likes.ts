const like: any = { length: 3, 0: "a", 1: "b", 2: "c" };
const A = Array.prototype;
console.log(A.map.call(like, (s: any) => s + s), A.slice.call(like, 1), A.indexOf.call(like, "b"), A.join.call("abc", "-"), A.filter.call("abc", (c) => c > "a"), A.reverse.call({ length: 2, 0: 1, 1: 2 } as any)); // expect: [ 'aa', 'bb', 'cc' ] [ 'b', 'c' ] 1 a-b-c [ 'b', 'c' ] { '0': 2, '1': 1, length: 2 }
console.log(A.every.call("aaa", (c) => c === "a"), A.concat.call(1 as any, 2), A.pop.call(like), like.length, A.includes.call(like, "b"), A.at.call(like, -1)); // expect: true [ [Number: 1], 2 ] c 2 true b
console.log(A.fill.call({ length: 2 } as any, "f"), A.sort.call({ length: 3, 0: "c", 1: "a", 2: "b" } as any)); // expect: { '0': 'f', '1': 'f', length: 2 } { '0': 'a', '1': 'b', '2': 'c', length: 3 }
