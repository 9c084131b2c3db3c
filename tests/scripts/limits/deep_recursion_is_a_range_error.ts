function down(n: number): number {
  return 1 + down(n + 1);
}
for (let i = 0; i < 3; i++) {
  try {
    down(0);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Maximum call stack size exceeded
    // expect: RangeError: Maximum call stack size exceeded
    // expect: RangeError: Maximum call stack size exceeded
  }
}
