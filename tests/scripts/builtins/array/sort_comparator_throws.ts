const a = [3, 1, 2];
try {
  a.sort(() => { throw new Error("no order"); });
} catch (e) {
  console.log(String(e), a.length); // expect: Error: no order 3
}
