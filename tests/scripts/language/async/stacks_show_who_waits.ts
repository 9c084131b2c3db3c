function names(error) {
  const lines = error.stack.split("\n").slice(1).filter((line) => line.includes("(") && !line.includes("process."));
  return lines.map((line) => line.trim().split(" (")[0].slice(3)).join(" < ");
}
async function leaf() { await 1; throw new Error("deep"); }
async function middle(x) { const y = 1 + (await leaf()); return y; }
class C { async m() { for (let i = 0; i < 1; i++) { await middle(1); } } static async s() { return await new C().m(); } }
const arrow = async () => { await C.s(); };
async function outer() { try { await arrow(); } finally { } }
console.log(await outer().catch(names));
// expect: leaf < async middle < async C.m < async C.s < async arrow < async outer
async function* generator() { yield await leaf(); }
async function loop() { for await (const x of generator()) ; }
console.log(await loop().catch(names)); // expect: leaf < async generator < async loop
async function chained() { await leaf().then((x) => x); }
console.log(await chained().catch(names)); // expect: leaf < async chained
function sync() { throw new Error("sync"); }
async function last() { await null; await (async function inner() { await null; sync(); })(); }
console.log(await last().catch(names)); // expect: sync < inner < async last
