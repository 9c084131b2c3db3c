// A cached hit on the prototype must see a new value, an accessor and a deletion.
const proto: any = { v: 1 };
const o = Object.create(proto);
const read = () => o.v;
console.log(read(), read()); // expect: 1 1
proto.v = 2;
console.log(read()); // expect: 2
Object.defineProperty(proto, "v", { get() { return this === o ? "receiver" : "holder"; }, configurable: true });
console.log(read(), read()); // expect: receiver receiver
delete proto.v;
console.log(read()); // expect: undefined
proto.__proto__ = { v: "from further up" };
console.log(read()); // expect: from further up
