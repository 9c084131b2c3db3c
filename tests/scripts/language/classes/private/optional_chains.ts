class Node_ {
  #next: Node_ | undefined;
  #value;
  constructor(value: number, next?: Node_) {
    this.#value = value;
    this.#next = next;
  }
  #double() {
    return this.#value * 2;
  }
  third() {
    return this.#next?.#next?.#value;
  }
  doubled() {
    return this.#next?.#double();
  }
  method() {
    return this?.#next?.#double.name.length;
  }
  static deep(o?: Node_) {
    return o?.#next!.#next!.#value.toFixed(1);
  }
}
console.log(new Node_(1).third(), new Node_(1, new Node_(2, new Node_(3))).third()); // expect: undefined 3
console.log(new Node_(1).doubled(), new Node_(1, new Node_(2)).doubled()); // expect: undefined 4
console.log(new Node_(1).method(), new Node_(1, new Node_(2)).method()); // expect: undefined 7
console.log(Node_.deep(), Node_.deep(new Node_(1, new Node_(2, new Node_(3))))); // expect: undefined 3.0
