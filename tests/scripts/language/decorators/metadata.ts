// Node 20 has no Symbol.metadata.
const meta = (key: string, value: unknown) => (_value: any, context: any): any => {
  context.metadata[key] = value;
};
const metadata = (target: any) => target[(Symbol as any).metadata];
@meta("class", "A")
class A {
  @meta("m", 1) m() {}
  @meta("f", 2) static f = 1;
}
class B extends A {
  @meta("m", 3) m() {}
}
class Plain extends B {}
console.log(metadata(A)); // expect: [Object: null prototype] { m: 1, f: 2, class: 'A' }
console.log(metadata(B)); // expect: Object <[Object: null prototype]> { m: 3 }
console.log(metadata(B).class, Object.getPrototypeOf(metadata(B)) === metadata(A)); // expect: A true
console.log(Object.hasOwn(Plain, (Symbol as any).metadata), metadata(Plain) === metadata(B)); // expect: false true
console.log(String((Symbol as any).metadata)); // expect: Symbol(Symbol.metadata)
console.log(Object.getOwnPropertyDescriptor(A, (Symbol as any).metadata)!.enumerable); // expect: true
