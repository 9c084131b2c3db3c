console.log(Boolean(""), Boolean("a"), Boolean(0), Boolean([]), new Boolean(false) ? 1 : 2, true.toString(), (false as any).valueOf(), String(new Boolean(true)), typeof new Boolean(1), new Boolean(1)); // expect: false true false true 1 true false true object [Boolean: true]
try {
  Boolean.prototype.toString.call(1 as any);
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
