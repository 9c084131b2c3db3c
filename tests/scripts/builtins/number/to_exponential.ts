console.log((123456).toExponential(2), (0.00015).toExponential(), (0).toExponential(3), (-1.5).toExponential(0), (1e21).toExponential(1), (5e-324).toExponential(3), (12345).toExponential(), (1.25).toExponential(1), (99.99).toExponential(1), NaN.toExponential(2)); // expect: 1.23e+5 1.5e-4 0.000e+0 -2e+0 1.0e+21 4.941e-324 1.2345e+4 1.3e+0 1.0e+2 NaN
try {
  (1).toExponential(-1);
} catch (e) {
  console.log(String(e)); // expect: RangeError: toExponential() argument must be between 0 and 100
}
