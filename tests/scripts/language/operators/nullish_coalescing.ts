console.log(null ?? 1, undefined ?? 2, 0 ?? 3, "" ?? 4, false ?? 5, NaN ?? 6); // expect: 1 2 0  false NaN
let calls = 0;
const next = () => ++calls;
console.log(null ?? next(), 7 ?? next(), calls); // expect: 1 7 1
console.log((null ?? undefined) ?? "end", (null || undefined) ?? "default"); // expect: end default
