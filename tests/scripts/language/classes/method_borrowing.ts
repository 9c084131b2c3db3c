class A {
  n = 1;
  get() { return this?.n; }
}
const { get } = new A();
console.log(get.call({ n: 9 } as A), new A().get.bind({ n: 5 } as A)()); // expect: 9 5
try {
  console.log((get as any)()); // expect: undefined
  class B { m() { return (this as any).x; } }
  const { m } = new B();
  m();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot read properties of undefined (reading 'x')
}
