for (const value of [1, "s", null, undefined, { a: 1 }, new Error("e")]) {
  try {
    throw value;
  } catch (e) {
    console.log(e === value, typeof e); // expect: true number
    // expect: true string
    // expect: true object
    // expect: true undefined
    // expect: true object
    // expect: true object
  }
}
try {
  throw 1;
} catch {
  console.log("no binding"); // expect: no binding
}
