class Base {
  #id;
  constructor(id: number) {
    this.#id = id;
  }
  get id() {
    return this.#id;
  }
}
const kinds = [1, 2, 3, 4, 5, 6, 7].map((n) => class extends Base {
  #own = n;
  constructor(id: number) {
    super(id);
    for (let i = 0; i < n; i++) (this as any)["p" + i] = i;
  }
  get sum() {
    return this.id * this.#own;
  }
});
let sum = 0;
for (let i = 0; i < 700; i++) sum += new kinds[i % 7](i).sum;
console.log(sum); // expect: 981400
class Many {
  #a = 1; #b = 2; #c = 3; #d = 4; #e = 5; #f = 6; #g = 7; #h = 8; #i = 9;
  sum() {
    return this.#a + this.#b + this.#c + this.#d + this.#e + this.#f + this.#g + this.#h + this.#i;
  }
}
const many: any = new Many();
for (let i = 0; i < 200; i++) many["q" + i] = i;
console.log(many.sum(), Object.keys(many).length); // expect: 45 200
delete many.q0;
console.log(many.sum(), Object.keys(many).length); // expect: 45 199
