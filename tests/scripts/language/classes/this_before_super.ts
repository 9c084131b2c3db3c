class A {}
class B extends A {
  constructor(how: number) {
    if (how === 0) (this as any).x = 1;
    const read = () => this;
    if (how === 1) read();
    if (how === 2) return;
    super();
    console.log(read() === this);
  }
}
for (const how of [0, 1, 2, 3]) {
  try {
    new B(how);
  } catch (e) {
    console.log(String(e)); // expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
    // expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
    // expect: ReferenceError: Must call super constructor in derived class before accessing 'this' or returning from derived constructor
    // expect: true
  }
}
