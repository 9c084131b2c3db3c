try {
  try {
    throw new Error("first");
  } finally {
    throw new Error("second");
  }
} catch (e) {
  console.log((e as Error).message); // expect: second
}
try {
  try {
    throw new Error("original");
  } finally {
    try {
      throw new Error("handled");
    } catch {}
  }
} catch (e) {
  console.log((e as Error).message); // expect: original
}
