globalThis.process ??= { env: {} };
const { action, autorun, computed, configure, makeAutoObservable, makeObservable, observable, observe, reaction,
  runInAction, untracked, when } = await import("mobx");

configure({ enforceActions: "never" });
class Cart {
  items = [];
  rate = 1;
  constructor() {
    makeAutoObservable(this);
  }
  get total() {
    console.log("computing");
    return this.items.reduce((sum, item) => sum + item.price, 0) * this.rate;
  }
  add(name, price) {
    this.items.push({ name, price });
  }
  *load() {
    const price = yield Promise.resolve(7);
    this.add("loaded", price);
    return price;
  }
}
const cart = new Cart();
const stop = autorun(() => console.log("total", cart.total));
cart.add("a", 1);
runInAction(() => {
  cart.add("b", 2);
  cart.rate = 3;
});
console.log(await cart.load());
cart.items[0].price = 10;
cart.items.splice(1, 1);
console.log(cart.items.map((item) => item.name), cart.items.length, Array.isArray(cart.items));
stop();
cart.add("unseen", 1);

const box = observable({ a: { b: 1 }, list: [3, 1, 2] });
reaction(() => box.a.b, (value, previous) => console.log("b", previous, "->", value));
box.a.b = 2;
box.a = { b: 9 };
console.log(box.list.slice().sort(), Object.keys(box), "a" in box);
const map = observable.map({ x: 1 });
autorun(() => console.log("map", [...map.entries()].join(" ")));
map.set("y", 2);
map.delete("x");
const set = observable.set([1]);
autorun(() => console.log("set", [...set], set.has(2)));
set.add(2);
when(() => cart.rate > 5, () => console.log("rate is high"));
runInAction(() => { cart.rate = 6; });
observe(box.list, (change) => console.log(change.type, change.index, change.addedCount));
box.list.push(5);
class Shape {
  width = 2;
  constructor() {
    makeObservable(this, { width: observable, area: computed, grow: action });
  }
  get area() { return this.width ** 2; }
  grow() { this.width++; }
}
const shape = new Shape();
autorun(() => console.log("area", shape.area));
shape.grow();
const loop = observable.box(0);
autorun(() => { if (loop.get() < 3) runInAction(() => loop.set(untracked(() => loop.get()) + 1)); console.log("loop", loop.get()); });
