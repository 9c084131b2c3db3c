const { a, b = await Promise.resolve("b") } = await Promise.resolve({ a: 1 } as { a: number; b?: string });
class K { static [await Promise.resolve("key")] = 2; field = a; }
console.log(a, b, (K as any).key, new K().field); // expect: 1 b 2 1
let total = 0;
for (let i = 0; i < (await 3); i++) total += await Promise.resolve(i);
label: { if (await true) break label; total = -1; }
console.log(total); // expect: 3
export default await Promise.resolve("default");
