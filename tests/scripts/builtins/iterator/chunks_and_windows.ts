const of = (...values: unknown[]) => values.values() as any;
console.log(JSON.stringify([...of(1, 2, 3, 4, 5).chunks(2)])); // expect: [[1,2],[3,4],[5]]
console.log(JSON.stringify([...of(1, 2, 3, 4).windows(3)])); // expect: [[1,2,3],[2,3,4]]
console.log(JSON.stringify([...of(1, 2).windows(3)]), JSON.stringify([...of(1, 2).windows(3, "allow-partial")])); // expect: [] [[1,2]]
const windows = of(1, 2, 3).windows(2);
windows.next().value.push("changed");
console.log(windows.next().value.join()); // expect: 2,3
for (const size of [0, 1.5, "2", 2 ** 32]) {
  try {
    of(1).chunks(size);
  } catch (error) {
    console.log(String(error));
  }
}
// expect: RangeError: 0 must be from 1 to 4294967295
// expect: TypeError: 1.5 is not an integer
// expect: TypeError: "2" is not an integer
// expect: RangeError: 4294967296 must be from 1 to 4294967295
console.log(of(1, NaN).includes(NaN), of(1, 2).includes(1, 1), of(1).includes("1")); // expect: true false false
console.log(of(1, null, undefined, "x").join(), of(1, 2).join(" - "), of().join() === ""); // expect: 1,,,x 1 - 2 true
