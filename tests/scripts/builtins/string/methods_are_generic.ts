const S = String.prototype;
console.log(S.toUpperCase.call(true as any), S.slice.call(12345 as any, 1, 3), S.trim.call({ toString: () => " t " } as any), S.concat.call(null === null ? 1 : 2 as any, "x"), S.includes.call([1, 2] as any, ",")); // expect: TRUE 23 t 1x true
for (const bad of [null, undefined]) {
  try {
    S.trim.call(bad as any);
  } catch (e) {
    console.log(String(e)); // expect: TypeError: String.prototype.trim called on null or undefined
    // expect: TypeError: String.prototype.trim called on null or undefined
  }
}
try {
  S.toString.call({} as any);
} catch (e) {
  console.log((e as Error).name); // expect: TypeError
}
