const samples = [4.35, 0.1 + 0.2, 1e23, 123456.789e3, 2 ** 70, 2 ** -40, 1.1e-5, 12345678901234567890, 0.1 ** 10, 299792458, 6.02214076e23, 1.6e-19, 3 * 1.1, 5e-7 / 3];
for (const n of samples) console.log(n, Number(String(n)) === n); // expect: 4.35 true
// expect: 0.30000000000000004 true
// expect: 1e+23 true
// expect: 123456789 true
// expect: 1.1805916207174113e+21 true
// expect: 9.094947017729282e-13 true
// expect: 0.000011 true
// expect: 12345678901234567000 true
// expect: 1.0000000000000006e-10 true
// expect: 299792458 true
// expect: 6.02214076e+23 true
// expect: 1.6e-19 true
// expect: 3.3000000000000003 true
// expect: 1.6666666666666665e-7 true
