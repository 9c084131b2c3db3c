console.log("a".concat("b", 1 as any, null as any, [2] as any), "".concat(), String.fromCharCode(72, 105, 0x1f600), String.fromCharCode(65536 + 65), String.fromCodePoint(0x1f600, 65), String.fromCharCode() === ""); // expect: ab1null2  Hi A 😀A true
for (const bad of [-1, 1.5, 0x110000, NaN]) {
  try {
    String.fromCodePoint(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Invalid code point -1
    // expect: RangeError: Invalid code point 1.5
    // expect: RangeError: Invalid code point 1114112
    // expect: RangeError: Invalid code point NaN
  }
}
