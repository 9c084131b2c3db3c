const log: string[] = [];
const dec = (n: string) => (t: any, k: any, i?: any): any => { log.push(`${n} ${typeof t} ${String(k)} ${typeof i}`) };
const observed = (t: any, k: string): any => ({ get() { return this["_" + k] }, set(v: any) { log.push("set " + k); this["_" + k] = v }, enumerable: true, configurable: true });
class Base { constructor(public base = 1) {} set watched(v: any) { log.push("base setter " + v) } }
class A extends Base {
  @observed x = 1;
  @observed y!: number;
  @observed static s = 5;
  @dec("w") watched: any = 3;
  #p = this.x + 1;
  accessor acc = this.#p;
  ["comp" + 1] = 4;
  static ["st" + 1] = 6;
  static { log.push("block " + this.s) }
  constructor(@dec("param") public q = 2, readonly r?: string) { super(q); this.y = this.x + this.q; }
  @dec("m") m(@dec("mp") _a: any) { return this.#p }
}
const a = new A(7, "r");
console.log(JSON.stringify(a), a.acc, a.m(1), A.s, (A as any).st1);
console.log(log.join("\n"));
// expect: {"base":7,"q":7,"r":"r","_x":1,"comp1":4,"_y":8} 2 2 undefined 6
// expect: block 5
// expect: w object watched undefined
// expect: mp object m number
// expect: m object m object
// expect: param function undefined number
// expect: set x
// expect: base setter 3
// expect: set y
