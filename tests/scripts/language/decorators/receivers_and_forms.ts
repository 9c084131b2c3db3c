const registry = {
  seen: [] as string[],
  note(this: any, _value: any, context: any): any {
    this.seen.push(String(context.name));
  },
  factory(prefix: string) {
    return (_value: any, context: any): any => void this.seen.push(prefix + String(context.name));
  },
};
class Base {
  static mark(_value: any, context: any): any {
    registry.seen.push("marked " + context.name);
  }
}
@registry.note
class A extends Base {
  @registry.note a = 1;
  @registry.factory("f:") b = 2;
  @(true ? registry.note.bind(registry) : (null as any)) c = 3;
  @registry.note static d() {}
  static #own(_value: any, context: any): any {
    registry.seen.push("own " + context.name);
  }
  static inner() {
    return class {
      @A.#own e() {}
      @Base.mark f() {}
    };
  }
}
console.log(registry.seen.join()); // expect: d,a,f:b,c,A
registry.seen.length = 0;
A.inner();
console.log(registry.seen.join()); // expect: own e,marked f
function decorated<T>(_value: T, context: ClassDecoratorContext) {
  registry.seen.push("class " + context.name);
}
const Expression = @decorated class {};
void Expression;
@decorated
export class Other {}
console.log(registry.seen.join()); // expect: own e,marked f,class Expression,class Other
