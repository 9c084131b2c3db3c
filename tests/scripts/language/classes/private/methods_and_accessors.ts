class A {
  protected name = "a";
  #method(...rest: number[]) {
    return this.name + rest.length;
  }
  get #value() {
    return this.name;
  }
  set #value(value) {
    this.name = value + "!";
  }
  get method() {
    return this.#method;
  }
  run() {
    this.#value = "b";
    this.#value += "c";
    const log = [this.#value, this.#method(1, 2), this.#method(...[1, 2, 3])];
    this.#value ||= "never";
    return log.join(" ");
  }
  static same(a: A, b: A) {
    return a.#method === b.#method && a.#method.name + " " + Object.getOwnPropertyNames(a.#method).join();
  }
}
const a = new A();
console.log(a.run()); // expect: b!c! b!c!2 b!c!3
console.log(A.same(a, new A()), a.method.call({ name: "other" } as any)); // expect: #method length,name other0
class B extends A {
  #method() {
    return "B's";
  }
  run() {
    return this.#method() + " " + super.run();
  }
}
console.log(new B().run()); // expect: B's b!c! b!c!2 b!c!3
class Home {
  base() {
    return "base of " + this.constructor.name;
  }
}
class Derived extends Home {
  #own() {
    return super.base();
  }
  get #getter() {
    return super.base() + " by getter";
  }
  read() {
    return this.#own() + ", " + this.#getter;
  }
  static #shared() {
    return super.toString === Function.prototype.toString;
  }
  static check() {
    return this.#shared();
  }
}
console.log(new Derived().read(), Derived.check()); // expect: base of Derived, base of Derived by getter true
