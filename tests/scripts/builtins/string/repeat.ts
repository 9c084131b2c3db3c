console.log("ab".repeat(3), "x".repeat(0) === "", "".repeat(1e9) === "", "ab".repeat(1.9), "é".repeat(3), "x".repeat("2" as any), "a".repeat(NaN) === ""); // expect: ababab true true ab ééé xx true
for (const bad of [-1, Infinity, -Infinity]) {
  try {
    "x".repeat(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Invalid count value: -1
    // expect: RangeError: Invalid count value: Infinity
    // expect: RangeError: Invalid count value: -Infinity
  }
}
try {
  "xy".repeat(2 ** 30);
} catch (e) {
  console.log(String(e)); // expect: RangeError: Invalid string length
}
