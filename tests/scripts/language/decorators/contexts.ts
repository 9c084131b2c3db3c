const contexts: any[] = [];
const keep = (_value: any, context: any): any => void contexts.push(context);
@keep
class A {
  @keep a = 1;
  @keep static b = 2;
  @keep #c = 3;
  @keep static #d = 4;
  @keep m() {
    return "m";
  }
  @keep static n() {
    return "n";
  }
  @keep #o() {
    return "o";
  }
  @keep get p() {
    return "p";
  }
  @keep set p(_value) {}
  @keep get #q() {
    return "q";
  }
  @keep static set #r(value: any) {
    A.b = value;
  }
  @keep accessor s = 5;
  @keep static accessor #t = 6;
  @keep "some key" = 7;
  @keep 8 = 9;
  static check() {
    return [new A().#c, A.#d, new A().#o(), new A().#q, (A.#r = 1), A.#t];
  }
}
const instance = new A();
for (const context of contexts) {
  const { kind, name, static: isStatic, private: isPrivate, access } = context;
  const target = isStatic ? A : instance;
  const found = [kind, typeof name, String(name), isStatic, isPrivate, Object.keys(context).join(" ")];
  if (access) {
    found.push(Object.keys(access).join(" "), access.has(target), access.has({}));
    if (access.set) access.set(target, "set");
    if (access.get) {
      const got = access.get(target);
      found.push(typeof got === "function" ? got() : got);
    }
  }
  console.log(found.join(", "));
}
console.log(A.check().join());
// expect: method, string, n, true, false, kind name static private access metadata addInitializer, has get, true, false, n
// expect: setter, string, #r, true, true, kind name static private access metadata addInitializer, has set, true, false
// expect: accessor, string, #t, true, true, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: method, string, m, false, false, kind name static private access metadata addInitializer, has get, true, false, m
// expect: method, string, #o, false, true, kind name static private access metadata addInitializer, has get, true, false, o
// expect: getter, string, p, false, false, kind name static private access metadata addInitializer, has get, true, false, p
// expect: setter, string, p, false, false, kind name static private access metadata addInitializer, has set, true, false
// expect: getter, string, #q, false, true, kind name static private access metadata addInitializer, has get, true, false, q
// expect: accessor, string, s, false, false, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, b, true, false, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, #d, true, true, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, a, false, false, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, #c, false, true, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, some key, false, false, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: field, string, 8, false, false, kind name static private access metadata addInitializer, has get set, true, false, set
// expect: class, string, A, , , kind name metadata addInitializer
// expect: 3,set,o,q,1,set
