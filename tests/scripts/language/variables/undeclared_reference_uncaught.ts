const known = 1;
console.log(known); // expect: 1
// @ts-ignore
missing + 1; // expect error: ReferenceError: missing is not defined
