class CountingMap<K, V> extends Map<K, V> {
  writes = 0;
  set(k: K, v: V) {
    this.writes = (this.writes ?? 0) + 1;
    return super.set(k, v);
  }
}
const m = new CountingMap<string, number>();
m.set("a", 1).set("b", 2);
console.log(m.writes, m.size, m); // expect: 2 2 CountingMap(2) [Map] { 'a' => 1, 'b' => 2, writes: 2 }
class MyError extends Error {
  name = "MyError";
  constructor(message: string, readonly code: number) {
    super(message);
  }
}
const e = new MyError("bad", 7);
console.log(String(e), e.code, e instanceof Error, Object.keys(e)); // expect: MyError: bad 7 true [ 'code', 'name' ]
class Loud extends String {
  shout() { return this.toUpperCase() + "!"; }
}
console.log(new Loud("hey").shout(), new Loud("abc").length); // expect: HEY! 3
