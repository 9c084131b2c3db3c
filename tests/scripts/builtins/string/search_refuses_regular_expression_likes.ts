// An object that says it is a regular expression is not a search text.
const like: any = { [Symbol.match]: true, toString: () => "a" };
for (const name of ["includes", "startsWith", "endsWith"] as const) {
  try {
    "abc"[name](like);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
like[Symbol.match] = false;
console.log("abc".includes(like)); // expect: true
