for (const f of [() => "x".repeat(2 ** 30), () => "x".padEnd(2 ** 30), () => { let s = "x"; for (;;) s += s; }, () => new Array(2 ** 20).join("x".repeat(1024))]) {
  try {
    f();
    console.log("made");
  } catch (e) {
    console.log(String(e)); // expect: RangeError: Invalid string length
    // expect: RangeError: Invalid string length
    // expect: RangeError: Invalid string length
    // expect: RangeError: Invalid string length
  }
}
