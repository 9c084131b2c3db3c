namespace Counter {
  export let count = 0;
  export const up = () => { count++; return count; };
}
Counter.up();
Counter.count += 10;
console.log(Counter.up(), Counter.count); // expect: 12 12
