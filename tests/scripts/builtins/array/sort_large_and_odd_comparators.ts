const n = 2000;
const a = Array.from({ length: n }, (_, i) => (i * 7919) % n);
a.sort((x, y) => x - y);
console.log(a.every((v, i) => v === i)); // expect: true
a.sort();
console.log(a.slice(0, 5), a.at(-1)); // expect: [ 0, 1, 10, 100, 1000 ] 999
console.log([5, 3, 9].sort((x, y) => (x < y ? "-1" : "1") as any), [2, 1, 3].sort(() => NaN), [3, 2, 1].sort(((x: any, y: any) => x > y) as any).length); // expect: [ 3, 5, 9 ] [ 2, 1, 3 ] 3
const mixed: any[] = [3, "20", 100, "3", null, true];
console.log(mixed.sort(), mixed.sort((x, y) => x - y)); // expect: [ null, true, 3, '3', '20', 100 ] [ null, true, 3, '3', '20', 100 ]
