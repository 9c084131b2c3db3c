const groups = (Object as any).groupBy([1, 2, 3, 4, 5], (n: number, i: number) => (n % 2 ? "odd" : "even") + (i > 2 ? "+" : ""));
console.log(groups, Object.getPrototypeOf(groups)); // expect: [Object: null prototype] {
// expect:   odd: [ 1, 3 ],
// expect:   even: [ 2 ],
// expect:   'even+': [ 4 ],
// expect:   'odd+': [ 5 ]
// expect: } null
const byKey = (Map as any).groupBy(["a", "bb", "cc", "d"], (s: string) => s.length);
console.log(byKey); // expect: Map(2) { 1 => [ 'a', 'd' ], 2 => [ 'bb', 'cc' ] }
console.log((Object as any).groupBy("hello", (c: string) => (c === "l" ? "l" : "other"))); // expect: [Object: null prototype] { other: [ 'h', 'e', 'o' ], l: [ 'l', 'l' ] }
