const log: string[] = [];
const dec = (name: string) => {
  log.push("evaluate " + name);
  return (value: any, context: any): any => {
    log.push(`apply ${name} to ${context.kind} ${String(context.name)} ${typeof value}`);
    context.addInitializer(function (this: any) {
      log.push(`extra ${name} ${typeof this}`);
    });
    if (context.kind === "field") {
      return (initial: any) => {
        log.push(`init ${name} ${initial}`);
        return initial;
      };
    }
    if (context.kind === "accessor") {
      return {
        init(initial: any) {
          log.push(`init ${name} ${initial}`);
          return initial;
        },
      };
    }
  };
};
const key = (name: string) => {
  log.push("key " + name);
  return name;
};
const value = (name: string) => {
  log.push("value " + name);
  return name;
};
const heritage = () => {
  log.push("heritage");
  return Object;
};
@dec("class 1")
@dec("class 2")
class C extends heritage() {
  @dec("a 1") @dec("a 2") a = value("a");
  @dec("m 1") @dec("m 2") [key("m")]() {}
  @dec("b") static [key("b")] = value("b");
  @dec("n") static n() {}
  @dec("getter") get x() {
    return 1;
  }
  @dec("setter") set x(_value) {}
  @dec("accessor") accessor y = value("y");
  @dec("static accessor") static accessor z = value("z");
  static {
    log.push("static block");
  }
  plain = value("plain");
  @dec("#p") #p = value("p");
  @dec("#q") #q() {}
  @dec("#r") static #r = value("r");
  @dec("#s") static #s() {}
  @dec("#t") accessor #t = value("t");
  @dec("last") last: any;
  constructor() {
    super();
    log.push("constructor");
  }
  static use(c: C) {
    return [c.#p, c.#q, this.#r, this.#s, c.#t];
  }
}
log.push("defined");
console.log(log.join("\n"));
log.length = 0;
new C();
console.log(log.join("\n"));
// expect: evaluate class 1
// expect: evaluate class 2
// expect: heritage
// expect: evaluate a 1
// expect: evaluate a 2
// expect: evaluate m 1
// expect: evaluate m 2
// expect: key m
// expect: evaluate b
// expect: key b
// expect: evaluate n
// expect: evaluate getter
// expect: evaluate setter
// expect: evaluate accessor
// expect: evaluate static accessor
// expect: evaluate #p
// expect: evaluate #q
// expect: evaluate #r
// expect: evaluate #s
// expect: evaluate #t
// expect: evaluate last
// expect: apply n to method n function
// expect: apply static accessor to accessor z object
// expect: apply #s to method #s function
// expect: apply m 2 to method m function
// expect: apply m 1 to method m function
// expect: apply getter to getter x function
// expect: apply setter to setter x function
// expect: apply accessor to accessor y object
// expect: apply #q to method #q function
// expect: apply #t to accessor #t object
// expect: apply b to field b undefined
// expect: apply #r to field #r undefined
// expect: apply a 2 to field a undefined
// expect: apply a 1 to field a undefined
// expect: apply #p to field #p undefined
// expect: apply last to field last undefined
// expect: apply class 2 to class C function
// expect: apply class 1 to class C function
// expect: extra n function
// expect: extra #s function
// expect: value b
// expect: init b b
// expect: extra b function
// expect: value z
// expect: init static accessor z
// expect: extra static accessor function
// expect: static block
// expect: value r
// expect: init #r r
// expect: extra #r function
// expect: extra class 2 function
// expect: extra class 1 function
// expect: defined
// expect: extra m 2 object
// expect: extra m 1 object
// expect: extra getter object
// expect: extra setter object
// expect: extra #q object
// expect: value a
// expect: init a 1 a
// expect: init a 2 a
// expect: extra a 2 object
// expect: extra a 1 object
// expect: value y
// expect: init accessor y
// expect: extra accessor object
// expect: value plain
// expect: value p
// expect: init #p p
// expect: extra #p object
// expect: value t
// expect: init #t t
// expect: extra #t object
// expect: init last undefined
// expect: extra last object
// expect: constructor
