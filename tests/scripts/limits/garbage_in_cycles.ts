let kept: any;
for (let i = 0; i < 20_000; i++) {
  const a: any = { i }, b: any = { a, list: [a] };
  a.b = b;
  const f = () => a.b.list;
  a.f = f;
  if (i === 12_345) kept = a;
}
console.log(kept.i, kept.f()[0] === kept, kept.b.a.i); // expect: 12345 true 12345
