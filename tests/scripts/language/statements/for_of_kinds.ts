for (const x of [1, , 3]) console.log(x); // expect: 1
// expect: undefined
// expect: 3
for (const c of "a\u{1F600}b") console.log(c, c.length); // expect: a 1
// expect: 😀 2
// expect: b 1
for (const [k, v] of new Map([["k", 1]])) console.log(k, v); // expect: k 1
for (const v of new Set("aab")) console.log(v); // expect: a
// expect: b
for (const [i, v] of ["x", "y"].entries()) console.log(i, v); // expect: 0 x
// expect: 1 y
(function (..._: any[]) {
  for (const a of arguments) console.log(a);
})("arg"); // expect: arg
