for (const name of ["map", "push", "join", "slice", "at", "sort"]) {
  try {
    (Array.prototype as any)[name].call(null);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
