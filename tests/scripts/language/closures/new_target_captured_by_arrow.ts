function F(this: any) {
  const read = () => new.target;
  return { made: read() === F };
}
console.log(new (F as any)().made, (F as any)().made); // expect: true false
