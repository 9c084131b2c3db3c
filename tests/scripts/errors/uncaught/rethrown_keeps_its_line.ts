try {
  throw new Error("original"); // expect error: Error: original
} catch (e) {
  console.log("caught"); // expect: caught
  throw e;
}
