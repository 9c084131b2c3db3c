class O {
  constructor(s: string);
  constructor(n: number, m: number);
  constructor(public v: any, public w?: any) {}
  get(): string;
  get(k: string): number;
  get(k?: string): any { return k ? 1 : "none"; }
  static make(): O;
  static make(n?: number) { return new O(n as any); }
}
function f(a: string): string;
function f(a: number): number;
function f(a: any) { return a; }
console.log(new O("x"), new O(1, 2), new O("y").get(), new O("z").get("k"), O.make().v, f(5), f("s"), f.length); // expect: O { v: 'x', w: undefined } O { v: 1, w: 2 } none 1 undefined 5 s 1
