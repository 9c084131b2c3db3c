console.log((123.456).toPrecision(4), (0.000123).toPrecision(2), (123456).toPrecision(2), (1.25).toPrecision(2), (1.35).toPrecision(2), (0).toPrecision(3), (-1.5).toPrecision(1), (1e21).toPrecision(3), (123).toPrecision(), (0.1).toPrecision(21), (99.99).toPrecision(3), (1e-7).toPrecision(2)); // expect: 123.5 0.00012 1.2e+5 1.3 1.4 0.00 -2 1.00e+21 123 0.100000000000000005551 100 1.0e-7
for (const bad of [0, 101]) {
  try {
    (1).toPrecision(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: toPrecision() argument must be between 1 and 100
    // expect: RangeError: toPrecision() argument must be between 1 and 100
  }
}
console.log(NaN.toPrecision(200), (Infinity).toPrecision(1)); // expect: NaN Infinity
