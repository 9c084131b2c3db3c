const length = (v: any) => v.length;
const values: any[] = ["abc", [1, 2], { length: 9 }, (a: any, b: any) => 0, new String("xy"), { get length() { return "got"; } }, Object.create([1, 2, 3]), 5, true, Symbol()];
for (let i = 0; i < 2; i++) console.log(values.map(length).join()); // expect: 3,2,9,2,2,got,3,,,
// expect: 3,2,9,2,2,got,3,,,
try {
  length(null);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot read properties of null (reading 'length')
}
