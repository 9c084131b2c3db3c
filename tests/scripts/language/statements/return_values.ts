const nothing = () => {};
const empty = () => { return; };
function early(n: number) {
  for (let i = 0; ; i++) {
    while (true) {
      if (i === n) return i * 2;
      break;
    }
  }
}
console.log(nothing(), empty(), early(4)); // expect: undefined undefined 8
