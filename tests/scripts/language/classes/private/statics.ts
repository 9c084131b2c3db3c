class A {
  static #count = 0;
  static #next() {
    return ++this.#count;
  }
  static get #now() {
    return A.#count;
  }
  static set #now(value) {
    A.#count = value;
  }
  static first = A.#next();
  static {
    A.#next();
    this.#now = this.#now * 10;
  }
  static last = this.#next();
  static next() {
    return this.#next();
  }
}
console.log(A.first, A.last, A.next()); // expect: 1 21 22
class B extends A {}
try {
  B.next();
} catch (error) {
  console.log(String(error)); // expect: TypeError: Receiver must be class A
}
let read: (a: object) => number;
class Friend {
  #secret = 42;
  static {
    read = (friend) => (friend as Friend).#secret;
  }
}
console.log(read!(new Friend())); // expect: 42
