// Declared and abstract fields leave nothing themselves, but are decorated; parameters of a setter belong to its accessor.
const note = (name: string): any => (target: any, key: any, rest: any) => {
  const kind = typeof rest === "object" ? Object.keys(rest).join("/") : String(rest);
  console.log(name, typeof target, key, kind);
};
const key = (name: string) => (console.log("key", name), name);
abstract class Model {
  @note("declared") declare id: number;
  @note("computed") declare [key("c")]: number;
  @note("abstract") abstract title: string;
  @note("static") declare static table: string;
  declare plain: string;
}
class Book extends Model {
  title = "t";
}
console.log(Object.keys(new Book()), Object.keys(Model));
class Pair {
  @note("getter") get value() {
    return 1;
  }
  set value(@note("of the setter") _value) {}
  set alone(@note("without a decorated accessor") _value: number) {}
}
class Injected {
  static made = 0;
  constructor(@note("first") _a: any, @note("second") _b?: any) {
    Injected.made++;
  }
}
new Injected(1);
console.log(Injected.made, new Pair().value);
// The name is there while decorators run.
const calls = (target: any) => console.log(target.self() === target, target.name);
class Named {
  static self() {
    return Named;
  }
  constructor(@calls _x: any) {}
}
console.log(new Named(1) instanceof Named);
// expect: declared object id undefined
// expect: key c
// expect: computed object c undefined
// expect: abstract object title undefined
// expect: static function table undefined
// expect: [ 'title' ] []
// expect: of the setter object value 0
// expect: getter object value get/set/enumerable/configurable
// expect: second function undefined 1
// expect: first function undefined 0
// expect: 1 1
// expect: true Named
// expect: true
