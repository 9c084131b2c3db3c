const first: any = { valueOf: () => ({}), toString: () => "7" };
const second: any = { toString: () => ({}), valueOf: () => 8 };
console.log(first * 2, `${second}`, first + 1); // expect: 14 8 71
const neither: any = { valueOf: () => ({}), toString: () => ({}) };
for (const f of [() => +neither, () => `${neither}`, () => neither + 1, () => neither == 1]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot convert object to primitive value
    // expect: TypeError: Cannot convert object to primitive value
    // expect: TypeError: Cannot convert object to primitive value
    // expect: TypeError: Cannot convert object to primitive value
  }
}
