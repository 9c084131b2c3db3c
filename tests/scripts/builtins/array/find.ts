const a = [5, 12, 8, 130, 44];
console.log(a.find((n) => n > 10), a.findIndex((n) => n > 10), a.findLast((n) => n > 10), a.findLastIndex((n) => n > 10), a.find((n) => n > 999), a.findIndex(() => false), a.findLastIndex(() => false)); // expect: 12 1 44 4 undefined -1 -1
console.log([, 1].find((x) => x === undefined), [, 1].findIndex((x) => x === undefined)); // expect: undefined 0
const seen: any[] = [];
[1, , 3].findLast((v, i, all) => { seen.push([v, i, all.length]); return false; });
console.log(seen, [1, 2].find(function (this: any, n) { return n === this.want; }, { want: 2 })); // expect: [ [ 3, 2, 3 ], [ undefined, 1, 3 ], [ 1, 0, 3 ] ] 2
