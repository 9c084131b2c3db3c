// A finally passes on what was thrown before it.
try {
  throw new Error("original"); // expect error: Error: original
} finally {
  console.log("finally"); // expect: finally
}
