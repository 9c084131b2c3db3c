let reads = 0;
const iterable: any = {
  [Symbol.iterator]() {
    let n = 0;
    return {
      get next() {
        reads++;
        return () => ({ get value() { return n; }, get done() { return n++ === 3; } });
      },
    };
  },
};
const seen: number[] = [];
for (const x of iterable) seen.push(x);
console.log(seen, reads); // expect: [ 1, 2, 3 ] 1
