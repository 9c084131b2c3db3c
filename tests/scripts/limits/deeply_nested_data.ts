let list: any = [], object: any = {};
for (let i = 0; i < 5000; i++) {
  list = [list];
  object = { o: object };
}
const attempt = (f: () => unknown) => {
  try {
    const r = f();
    return typeof r === "string" ? r.length > 0 : typeof r;
  } catch (e) {
    return (e as Error).name;
  }
};
console.log(attempt(() => list.flat(Infinity).length), attempt(() => list), typeof object); // expect: number object object
console.log(["RangeError", true].includes(attempt(() => JSON.stringify(list)) as any), ["RangeError", true].includes(attempt(() => `[${String(list)}]`) as any)); // expect: true true
