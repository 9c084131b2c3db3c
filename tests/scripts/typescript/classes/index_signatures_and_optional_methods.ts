class C {
  [key: string]: any;
  static [key: string]: any;
  maybe?(): void;
  readonly [Symbol.toStringTag] = "C";
  optional?: string = "set";
}
const c = new C();
c.anything = 1;
console.log(c.anything, c.maybe, c.optional, String(c), c.maybe?.()); // expect: 1 undefined set [object C] undefined
