// What is thrown again was thrown where that stands; its stack still says where it was made.
try {
  throw new Error("original");
} catch (e) {
  console.log((e as Error).stack!.includes("rethrown.ts:3:9")); // expect: true
  throw e; // expect error: Error: original
}
