const kind = (n: number) => (n < 0 ? "negative" : n === 0 ? "zero" : n < 10 ? "small" : "big");
console.log([-5, 0, 3, 50].map(kind).join()); // expect: negative,zero,small,big
let calls = 0;
true ? calls++ : (calls += 10);
false ? (calls += 100) : calls++;
console.log(calls); // expect: 2
