namespace OnlyTypes { export interface A { x: number } export type B = string; }
const a: OnlyTypes.A = { x: 1 };
console.log(a, (() => { try { return typeof (globalThis as any).OnlyTypes; } catch { return "error"; } })()); // expect: { x: 1 } undefined
declare namespace Outside { const v: number; }
console.log(typeof Outside); // expect: undefined
