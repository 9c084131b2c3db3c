console.table([{ a: 1, b: "x" }, { a: 2, c: true }]); // expect: ┌─────────┬───┬─────┬──────┐
// expect: │ (index) │ a │ b   │ c    │
// expect: ├─────────┼───┼─────┼──────┤
// expect: │ 0       │ 1 │ 'x' │      │
// expect: │ 1       │ 2 │     │ true │
// expect: └─────────┴───┴─────┴──────┘
console.table([[1, 2], [3, 4]]); // expect: ┌─────────┬───┬───┐
// expect: │ (index) │ 0 │ 1 │
// expect: ├─────────┼───┼───┤
// expect: │ 0       │ 1 │ 2 │
// expect: │ 1       │ 3 │ 4 │
// expect: └─────────┴───┴───┘
console.table(["p", "q"]); // expect: ┌─────────┬────────┐
// expect: │ (index) │ Values │
// expect: ├─────────┼────────┤
// expect: │ 0       │ 'p'    │
// expect: │ 1       │ 'q'    │
// expect: └─────────┴────────┘
console.table({ r: { v: 1 }, s: { v: 2 } }); // expect: ┌─────────┬───┐
// expect: │ (index) │ v │
// expect: ├─────────┼───┤
// expect: │ r       │ 1 │
// expect: │ s       │ 2 │
// expect: └─────────┴───┘
console.table([{ a: 1, b: 2 }], ["b"]); // expect: ┌─────────┬───┐
// expect: │ (index) │ b │
// expect: ├─────────┼───┤
// expect: │ 0       │ 2 │
// expect: └─────────┴───┘
console.table(5); // expect: 5
console.table([]); // expect: ┌─────────┐
// expect: │ (index) │
// expect: ├─────────┤
// expect: └─────────┘
console.table([1, { a: 2 }]); // expect: ┌─────────┬───┬────────┐
// expect: │ (index) │ a │ Values │
// expect: ├─────────┼───┼────────┤
// expect: │ 0       │   │ 1      │
// expect: │ 1       │ 2 │        │
// expect: └─────────┴───┴────────┘
console.table(new Map([["k", 1]])); // expect: ┌───────────────────┬─────┬────────┐
// expect: │ (iteration index) │ Key │ Values │
// expect: ├───────────────────┼─────┼────────┤
// expect: │ 0                 │ 'k' │ 1      │
// expect: └───────────────────┴─────┴────────┘
