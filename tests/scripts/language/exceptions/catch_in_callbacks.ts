const safe = [1, 2, 3].map((n) => {
  try {
    if (n === 2) throw new Error("two");
    return n;
  } catch {
    return -1;
  } finally {
    n = 100;
  }
});
console.log(safe); // expect: [ 1, -1, 3 ]
let outer = "";
try {
  [1, 2, 3].forEach((n) => {
    outer += n;
    if (n === 2) throw new Error("stop");
  });
} catch (e) {
  outer += (e as Error).message;
}
console.log(outer); // expect: 12stop
