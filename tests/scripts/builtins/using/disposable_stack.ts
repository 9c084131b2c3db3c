const stack = new DisposableStack();
console.log(stack.use({ n: 1, [Symbol.dispose]() { console.log("-use", this.n); } }).n); // expect: 1
console.log(stack.adopt("adopted", (value) => console.log("-" + value)), stack.use(null)); // expect: adopted null
stack.defer(() => console.log("-deferred"));
const moved = stack.move();
console.log(stack.disposed, moved.disposed, moved); // expect: true false DisposableStack {}
moved.dispose();
// expect: -deferred
// expect: -adopted
// expect: -use 1
moved.dispose();
console.log(moved.disposed, moved[Symbol.dispose] === moved.dispose); // expect: true true
for (const use of [() => moved.defer(() => {}), () => moved.move(), () => DisposableStack.prototype.dispose.call({} as any)]) {
  try {
    use();
  } catch (error) {
    console.log(String(error));
  }
}
// expect: ReferenceError: Cannot add values to a disposed stack!
// expect: ReferenceError: Cannot add values to a disposed stack!
// expect: TypeError: Method DisposableStack.prototype.dispose called on incompatible receiver #<Object>
{
  using scoped = new DisposableStack();
  scoped.defer(() => console.log("-scoped"));
  console.log("in"); // expect: in
}
// expect: -scoped
console.log(Object.prototype.toString.call(stack), DisposableStack.length); // expect: [object DisposableStack] 0
