class Counter {
  #count = 0;
  #step;
  constructor(step = 1) {
    this.#step = step;
  }
  next() {
    this.#count += this.#step;
    return this.#count++;
  }
  static peek(counter: Counter) {
    return counter.#count;
  }
  set(value: number) {
    [this.#count, this.#step] = [value, value * 2];
    ({ step: this.#step = 3 } = {} as any);
    this.#step ??= 4;
    return [this.#count, this.#step].join();
  }
  call() {
    return this.#callback();
  }
  #callback = () => this.#count;
}
const c = new Counter(5);
console.log(c.next(), c.next(), Counter.peek(c)); // expect: 5 11 12
console.log(c.set(7)); // expect: 7,3
console.log(c.call()); // expect: 7
console.log((c as any)["#count"], "#count" in c, Object.keys(c).length, JSON.stringify(c)); // expect: undefined false 0 {}
console.log(Object.getOwnPropertyNames(c).length, Object.getOwnPropertySymbols(c).length); // expect: 0 0
console.log(c); // expect: Counter {}
console.log({ ...c }, Object.assign({}, c)); // expect: {} {}
