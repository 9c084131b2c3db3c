namespace Lib { export namespace Deep { export const v = 1; export type T = number; export function up(n: number) { return n + v; } } }
import Deep = Lib.Deep;
import up = Lib.Deep.up;
import T = Lib.Deep.T;
const t: T = 5;
console.log(Deep.v, up(t)); // expect: 1 6
