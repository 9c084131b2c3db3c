const log: string[] = [];
const dec = (name: string) => {
  log.push("evaluate " + name);
  return (target: any, key?: any, rest?: any): any => {
    const where = typeof target === "function" ? "static " + target.name : "prototype of " + target.constructor.name;
    const what = typeof rest === "object" ? Object.keys(rest).join("/") : rest;
    log.push(`apply ${name} to ${where} ${String(key)} ${what}`);
  };
};
const key = (name: string) => {
  log.push("key " + name);
  return name;
};
@dec("class 1")
@dec("class 2")
class A {
  @dec("static field") static s = log.push("static initialiser");
  @dec("field 1") @dec("field 2") f = 1;
  @dec("static method") static sm(@dec("parameter of static") _a: number) {}
  @dec("method") [key("m")](@dec("first") _a: number, _b: number, @dec("third 1") @dec("third 2") _c: number) {}
  @dec("getter") get g() {
    return 1;
  }
  set g(_value) {}
  only(@dec("only a parameter") _p: any) {}
  static {
    log.push("static block");
  }
  constructor(@dec("constructor 0") public p: number, @dec("constructor 1") _q = 1) {}
}
console.log(log.join("\n"));
console.log(new A(1));
// expect: key m
// expect: static initialiser
// expect: static block
// expect: evaluate field 1
// expect: evaluate field 2
// expect: apply field 2 to prototype of A f undefined
// expect: apply field 1 to prototype of A f undefined
// expect: evaluate method
// expect: evaluate first
// expect: evaluate third 1
// expect: evaluate third 2
// expect: apply third 2 to prototype of A m 2
// expect: apply third 1 to prototype of A m 2
// expect: apply first to prototype of A m 0
// expect: apply method to prototype of A m value/writable/enumerable/configurable
// expect: evaluate getter
// expect: apply getter to prototype of A g get/set/enumerable/configurable
// expect: evaluate only a parameter
// expect: apply only a parameter to prototype of A only 0
// expect: evaluate static field
// expect: apply static field to static A s undefined
// expect: evaluate static method
// expect: evaluate parameter of static
// expect: apply parameter of static to static A sm 0
// expect: apply static method to static A sm value/writable/enumerable/configurable
// expect: evaluate class 1
// expect: evaluate class 2
// expect: evaluate constructor 0
// expect: evaluate constructor 1
// expect: apply constructor 1 to static A undefined 1
// expect: apply constructor 0 to static A undefined 0
// expect: apply class 2 to static A undefined undefined
// expect: apply class 1 to static A undefined undefined
// expect: A { p: 1, f: 1 }
