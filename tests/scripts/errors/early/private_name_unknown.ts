class A {
  m() {
    return this.#missing; // expect syntax error: Private field '#missing' must be declared in an enclosing class
  }
}
