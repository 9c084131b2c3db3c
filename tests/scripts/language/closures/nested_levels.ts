function one(a: number) {
  return (b: number) => (c: number) => {
    a += 1;
    b += a;
    return () => (c += b);
  };
}
const f = one(1)(10)(100);
console.log(f(), f()); // expect: 112 124
