const o: any = { a: {}, n: 5, s: "x" }, f: any = undefined, list: any = [1];
for (const call of [
  () => o.missing(), () => o.a.b(), () => o.n(), () => f(), () => o["s"](), () => list[0](), () => o.a.b.c(), () => (1 as any)(), () => ("str" as any)(),
  () => o.toFixed(), () => new o.n(), () => new f(), () => o(), () => o.a["x y"](), () => (() => 1)()(), () => this.x(),
]) {
  try {
    call();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: o.missing is not a function
    // expect: TypeError: o.a.b is not a function
    // expect: TypeError: o.n is not a function
    // expect: TypeError: f is not a function
    // expect: TypeError: o.s is not a function
    // expect: TypeError: list[0] is not a function
    // expect: TypeError: Cannot read properties of undefined (reading 'c')
    // expect: TypeError: 1 is not a function
    // expect: TypeError: "str" is not a function
    // expect: TypeError: o.toFixed is not a function
    // expect: TypeError: o.n is not a constructor
    // expect: TypeError: f is not a constructor
    // expect: TypeError: o is not a function
    // expect: TypeError: o.a.x y is not a function
    // expect: TypeError: (intermediate value)(...) is not a function
    // expect: TypeError: Cannot read properties of undefined (reading 'x')
  }
}
