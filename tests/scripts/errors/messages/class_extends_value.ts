for (const bad of [5, null === null ? undefined : 0, {}, "s", () => 1]) {
  try {
    class A extends (bad as any) {}
  } catch (e) {
    console.log((e as Error).message); // expect: Class extends value 5 is not a constructor or null
    // expect: Class extends value undefined is not a constructor or null
    // expect: Class extends value #<Object> is not a constructor or null
    // expect: Class extends value s is not a constructor or null
    // expect: Class extends value () => 1 is not a constructor or null
  }
}
