// Where super[key] begins is settled before the key is converted. V8 does it later.
const first: any = { p: "first", n: 1 };
const second: any = { p: "second", n: 10 };
const key = (name: string): any => ({
  toString() {
    Object.setPrototypeOf(object, second);
    return name;
  },
});
const object: any = {
  __proto__: first,
  get(k: any) {
    return super[k];
  },
  add(k: any) {
    return (super[k] += 1);
  },
};
console.log(object.get(key("p")), object.get("p")); // expect: first second
Object.setPrototypeOf(object, first);
console.log(object.add(key("n")), object.n, first.n, second.n); // expect: 2 2 1 10
