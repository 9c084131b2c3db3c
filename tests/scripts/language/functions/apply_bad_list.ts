const f = (): void => {};
for (const list of [1, "ab", true] as any[]) {
  try {
    f.apply(null, list);
  } catch (e) {
    console.log(String(e)); // expect: TypeError: CreateListFromArrayLike called on non-object
    // expect: TypeError: CreateListFromArrayLike called on non-object
    // expect: TypeError: CreateListFromArrayLike called on non-object
  }
}
