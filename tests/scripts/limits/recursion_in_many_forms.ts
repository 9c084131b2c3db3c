const attempt = (name: string, f: () => unknown) => {
  try {
    f();
    console.log(name, "returned");
  } catch (e) {
    console.log(name, e instanceof RangeError);
  }
};
class A {
  get again(): any { return this.again; }
  set again(v: any) { this.again = v; }
  constructor(deep: boolean) { if (deep) new A(true); }
}
attempt("getter", () => new A(false).again); // expect: getter true
attempt("setter", () => { new A(false).again = 1; }); // expect: setter true
attempt("constructor", () => new A(true)); // expect: constructor true
const o: any = { toString(): string { return `${o}`; }, valueOf(): number { return +o; } };
attempt("toString", () => `${o}`); // expect: toString true
attempt("valueOf", () => o * 1); // expect: valueOf true
const it: any = { [Symbol.iterator]: () => [...it][Symbol.iterator]() };
attempt("iterator", () => [...it]); // expect: iterator true
const walk = (list: any[]): any => list.map(() => walk(list));
attempt("map callback", () => walk([1])); // expect: map callback true
const sorted = (): any => [2, 1].sort(() => sorted());
attempt("sort comparator", sorted); // expect: sort comparator true
attempt("apply", function f(this: any): any { return f.apply(this, []); }); // expect: apply true
attempt("bind", () => { const g: any = () => g.bind(null)(); g(); }); // expect: bind true
