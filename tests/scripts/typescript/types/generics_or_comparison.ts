const a = 1, b = 2, c = 3;
function f<T>(x?: T) { return x; }
const id = <T,>(x: T) => x, two = <T, U>(x: T, y: U): [T, U] => [x, y], ext = <T extends object>(x: T) => x;
console.log(f<number>(1), f<string>("s"), id<number>(5), two<string, number>("x", 1), ext({ e: 1 })); // expect: 1 s 5 [ 'x', 1 ] { e: 1 }
console.log(new Map<string, number>([["k", 1]]).get("k"), new Array<number>(2).length, f<Array<Map<string, number>>>()?.length, a<b, b>c); // expect: 1 2 undefined true false
console.log((a < b) > (c as any)); // expect: false
const g = f<string>;
console.log(g("inst"), [f<number>, a < b][1]); // expect: inst true
