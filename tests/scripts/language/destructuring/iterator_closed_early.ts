let log: string[] = [];
const numbers = (count: number): any => ({
  [Symbol.iterator]: () => {
    let n = 0;
    return { next: () => ({ value: n, done: n++ >= count }), return: () => (log.push("closed"), {}) };
  },
});
const [a] = numbers(3);
console.log(a, log); // expect: 0 [ 'closed' ]
log = [];
const [b, c, d] = numbers(2);
console.log(b, c, d, log); // expect: 0 1 undefined []
const [...all] = numbers(3);
console.log(all, log); // expect: [ 0, 1, 2 ] []
const [] = numbers(1);
console.log(log); // expect: [ 'closed' ]
