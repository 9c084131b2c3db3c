const list = [1, 2, 3];
const seen: number[] = [];
for (const n of list) {
  seen.push(n);
  if (list.length < 6) list.push(n * 10);
}
console.log(seen); // expect: [ 1, 2, 3, 10, 20, 30 ]
const shrink = [1, 2, 3, 4];
for (const n of shrink) {
  shrink.pop();
  seen.push(n);
}
console.log(seen.slice(-2)); // expect: [ 1, 2 ]
