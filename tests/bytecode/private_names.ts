class Once {
  #field = 1;
  static #count = 0;
  #method() {
    return this.#field;
  }
  get #half() {
    return this.#field / 2;
  }
  use(other: object) {
    this.#field++;
    return #field in other && this.#method() + this.#half;
  }
}
const make = () =>
  class {
    #own = 1;
    read() {
      return this.#own;
    }
  };
class Derived extends Once {}
class WithField extends Once {
  accessor x = 1;
}
