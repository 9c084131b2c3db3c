console.log((1.005).toFixed(2), (1.45).toFixed(1), (0).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e21).toFixed(2), (123.456).toFixed(), (0.000001).toFixed(7), (1.23e-10).toFixed(2), (-0.0000001).toFixed(2), (-0).toFixed(1), NaN.toFixed(2)); // expect: 1.00 1.4 0.00 -2 3 1e+21 123 0.0000010 0.00 -0.00 0.0 NaN
console.log((1000000000000000128).toString(), (1000000000000000128).toFixed(0), (0.5).toFixed(0), (1.5).toFixed(0), (10.235).toFixed(2), (1.1).toFixed(20), (5e-324).toFixed(3), (Infinity).toFixed(1)); // expect: 1000000000000000100 1000000000000000128 1 2 10.23 1.10000000000000008882 0.000 Infinity
for (const bad of [-1, 101, Infinity]) {
  try {
    (1).toFixed(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: toFixed() digits argument must be between 0 and 100
    // expect: RangeError: toFixed() digits argument must be between 0 and 100
    // expect: RangeError: toFixed() digits argument must be between 0 and 100
  }
}
