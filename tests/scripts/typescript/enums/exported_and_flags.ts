export enum Flags { None = 0, A = 1 << 0, B = 1 << 1, C = 1 << 2, All = A | B | C }
let f: Flags = Flags.A | Flags.C;
console.log((f & Flags.B) !== 0, (f & Flags.C) !== 0, (f ^= Flags.A), Flags[Flags.All], f === Flags.C); // expect: false true 4 All true
