class A {
  declare a: number;
  declare readonly b: string;
  c?: number;
  d!: number;
  readonly e: string | undefined;
  static declare s: number;
  [key: string]: unknown;
}
console.log(Object.keys(new A()), "a" in new A(), "d" in new A(), "s" in A); // expect: [ 'c', 'd', 'e' ] false true false
