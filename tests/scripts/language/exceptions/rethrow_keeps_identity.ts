const original = new Error("original");
let caught: unknown;
try {
  try {
    throw original;
  } catch (e) {
    throw e;
  }
} catch (e) {
  caught = e;
}
console.log(caught === original); // expect: true
