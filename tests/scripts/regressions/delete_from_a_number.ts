// The bits of a number are no cell: deleting a property of one looks at none.
const values: any[] = [0.1, -1.5e300, 2 ** 53 - 1, "text", true, Symbol("s")];
for (const value of values) console.log(delete value.x, delete value[0.5]);
// expect: true true
// expect: true true
// expect: true true
// expect: true true
// expect: true true
// expect: true true
