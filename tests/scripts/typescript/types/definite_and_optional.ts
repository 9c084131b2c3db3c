let late!: string;
function init() { late = "set"; }
init();
console.log(late.length); // expect: 3
function f(a: number, b?: number, c: number = 3) { return [a, b, c]; }
console.log(f(1), f(1, 2), f.length); // expect: [ 1, undefined, 3 ] [ 1, 2, 3 ] 2
const { x, y: z }: { x?: number; y: string } = { y: "why" };
console.log(x, z); // expect: undefined why
for (const [k, v] of Object.entries({ a: 1 }) as [string, number][]) console.log(k, v); // expect: a 1
try { throw new Error("typed"); } catch (e: unknown) { console.log((e as Error).message); } // expect: typed
