function counter(start = 0) {
  let count = start;
  return { up: () => ++count, down: () => --count };
}
const a = counter();
const b = counter(10);
a.up();
a.up();
b.down();
console.log(a.up(), b.up(), a.down()); // expect: 3 10 2
