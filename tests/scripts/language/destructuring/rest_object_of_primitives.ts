const { ...letters } = "ab" as any;
const { length, ...others } = "xyz" as any;
const { ...nothing } = 5 as any;
console.log(letters, length, others, nothing); // expect: { '0': 'a', '1': 'b' } 3 { '0': 'x', '1': 'y', '2': 'z' } {}
const { 0: first, ...array } = ["a", "b"] as any;
console.log(first, array); // expect: a { '1': 'b' }
