for (const bad of [{ [Symbol.toPrimitive]: () => ({}) }, { [Symbol.toPrimitive]: 1 }] as any[]) {
  try {
    console.log(bad + 1);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
  }
}
const skipped: any = { [Symbol.toPrimitive]: undefined, valueOf: () => 3 };
console.log(skipped + 1); // expect: 4
try {
  (Object.create(null) as any) + "";
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot convert object to primitive value
}
