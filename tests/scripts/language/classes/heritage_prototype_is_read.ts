// The superclass's prototype is read before keys are evaluated (V8 does it after them).
const order: string[] = [];
function F(this: any) {
  this.made = true;
}
const Bound = F.bind(null);
Object.defineProperty(Bound, "prototype", {
  get() {
    order.push("prototype");
    return { inherited: "yes" };
  },
});
class A extends (order.push("heritage"), Bound as any) {
  static [(order.push("key"), "k")] = 1;
}
console.log(order.join());
console.log((new A() as any).inherited, (new A() as any).made);
const attempt = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    console.log(String(error));
  }
};
attempt(() => class extends (Math.max as any) {});
attempt(() => class extends (5 as any) {});
// expect: heritage,prototype,key
// expect: yes true
// expect: TypeError: Class extends value function max() { [native code] } is not a constructor or null
// expect: TypeError: Class extends value 5 is not a constructor or null
