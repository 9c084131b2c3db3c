try {
  throw new Error("first"); // expect error: Error: first
} finally {
  console.log("finally runs"); // expect: finally runs
}
