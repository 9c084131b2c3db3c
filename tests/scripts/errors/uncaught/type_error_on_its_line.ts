const o: any = {
  a: null,
};
console.log("before"); // expect: before
const x =
  o.a
    .b; // expect error: TypeError: Cannot read properties of null (reading 'b')
