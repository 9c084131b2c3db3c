class Stack<T> extends Array<T> {
  peek() {
    return this[this.length - 1];
  }
}
const s = new Stack<number>();
s.push(1, 2, 3);
console.log(s.peek(), s.length, s, Array.isArray(s), s instanceof Stack); // expect: 3 3 Stack(3) [ 1, 2, 3 ] true true
const doubled = s.map((n) => n * 2);
console.log(doubled instanceof Stack, doubled.peek(), s.filter((n) => n > 1), s.slice(1) instanceof Stack); // expect: true 6 Stack(2) [ 2, 3 ] true
s.length = 0;
console.log(s.peek(), Stack.from([7]).peek(), Stack.of(8, 9)); // expect: undefined 7 Stack(2) [ 8, 9 ]
