const log: string[] = [];
const dec = (n: string) => (v: any, c: any): any => { log.push(`${n} ${c.kind} ${String(c.name)}`); c.addInitializer(function (this: any) { log.push("extra " + n + " " + Object.keys(this).join()) }); if (c.kind === "field") return (i: any) => (log.push("init " + n + " " + i), i) };
class Base { constructor(public base = 1) {} set watched(v: any) { log.push("base setter " + v) } }
@dec("class") class A extends Base {
  @dec("x") x = 1;
  @dec("y") y!: number;
  @dec("s") static s = 5;
  // @ts-ignore
  @dec("w") watched: any = 3;
  @dec("#p") #p = this.x + 1;
  @dec("acc") accessor acc = this.#p;
  ["comp" + 1] = 4;
  plain: any;
  static { log.push("block " + this.s) }
  constructor(public q = 2, readonly r?: string) { super(q); this.y = this.x + this.q; }
  @dec("m") m(_a: any) { return this.#p }
}
const a = new A(7, "r");
console.log(JSON.stringify(a), a.acc, a.m(1), A.s, "plain" in a);
console.log(log.join("\n"));
// expect: {"base":7,"q":7,"r":"r","x":1,"y":8,"comp1":4} 2 2 5 false
// expect: acc accessor acc
// expect: m method m
// expect: s field s
// expect: x field x
// expect: y field y
// expect: w field watched
// expect: #p field #p
// expect: class class A
// expect: init s 5
// expect: extra s s
// expect: block 5
// expect: extra class s
// expect: extra m base
// expect: init x 1
// expect: extra x base,q,r,x
// expect: init y undefined
// expect: extra y base,q,r,x,y
// expect: init w 3
// expect: base setter 3
// expect: extra w base,q,r,x,y
// expect: init #p 2
// expect: extra #p base,q,r,x,y
// expect: extra acc base,q,r,x,y
