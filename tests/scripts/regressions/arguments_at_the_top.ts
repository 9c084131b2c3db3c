// Outside of functions, `arguments` is a name like any other.
console.log(typeof arguments); // expect: undefined
for (const use of [() => arguments, () => (0, eval)("arguments"), () => eval("arguments"), () => new Function("return () => arguments")(1, 2)()]) {
  try {
    console.log((use() as any).length);
  } catch (error) {
    console.log(String(error));
  }
}
// expect: ReferenceError: arguments is not defined
// expect: ReferenceError: arguments is not defined
// expect: ReferenceError: arguments is not defined
// expect: 2
(globalThis as any).arguments = 7;
console.log(arguments, (() => arguments)(), eval("arguments"), (0, eval)("typeof arguments")); // expect: 7 7 7 number
namespace Space {
  export const seen: any = arguments;
}
console.log(Space.seen); // expect: 7
