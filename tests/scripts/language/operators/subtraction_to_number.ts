const values: any[] = ["", " ", " 12 ", "1e3", "0x1f", "0b11", "0o17", "-0x1", "1_0", "Infinity", "-Infinity", "infinity", "12px", ".5", "5.", "."];
for (const v of values) console.log(JSON.stringify(v), v - 0); // expect: "" 0
// expect: " " 0
// expect: " 12 " 12
// expect: "1e3" 1000
// expect: "0x1f" 31
// expect: "0b11" 3
// expect: "0o17" 15
// expect: "-0x1" NaN
// expect: "1_0" NaN
// expect: "Infinity" Infinity
// expect: "-Infinity" -Infinity
// expect: "infinity" NaN
// expect: "12px" NaN
// expect: ".5" 0.5
// expect: "5." 5
// expect: "." NaN
