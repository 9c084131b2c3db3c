const count = (n: number): any => ({ [Symbol.iterator]: () => { let i = 0; return { next: () => (i < n ? { value: i++, done: false } : { value: "last", done: true }) }; } });
console.log([...count(3)], Math.max(...count(4)), new Set(count(2)), Array.from(count(3), (x: number) => x * 2), Object.fromEntries([...count(2)].map((x) => [x, x]))); // expect: [ 0, 1, 2 ] 3 Set(2) { 0, 1 } [ 0, 2, 4 ] { '0': 0, '1': 1 }
console.log(new Map([...count(2)].map((x) => [x, x])), (([a, b, c]: any) => [a, b, c])(count(2)), String.fromCharCode(...count(3)).length, [].concat(...[[1], [2]] as any)); // expect: Map(2) { 0 => 0, 1 => 1 } [ 0, 1, undefined ] 3 [ 1, 2 ]
for (const x of count(0)) console.log("never", x);
