console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (0.1).toString(3), (3.75).toString(8), (1e21).toString(16), (2 ** 53).toString(2).length, NaN.toString(2), (-Infinity).toString(16), (0).toString(2)); // expect: ff 11111111 -73 0.1 0.0022002200220022002200220022002201 3.6 3635c9adc5dea00000 54 NaN -Infinity 0
console.log((35).toString(36), (123.456).toString(16), (1 / 3).toString(2), (255.5).toString(16), (1e-7).toString(5).slice(0, 15)); // expect: z 7b.74bc6a7ef9dc 0.010101010101010101010101010101010101010101010101010101 ff.8 0.0000000000442
for (const bad of [1, 37, 0, NaN]) {
  try {
    (5).toString(bad);
  } catch (e) {
    console.log(String(e)); // expect: RangeError: toString() radix argument must be between 2 and 36
    // expect: RangeError: toString() radix argument must be between 2 and 36
    // expect: RangeError: toString() radix argument must be between 2 and 36
    // expect: RangeError: toString() radix argument must be between 2 and 36
  }
}
