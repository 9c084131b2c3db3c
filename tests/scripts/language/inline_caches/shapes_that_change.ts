// One site, an object whose shape changes under it.
const read = (o: any) => o.x;
const o: any = { x: 1 };
console.log(read(o), read(o)); // expect: 1 1
o.y = 2;
console.log(read(o)); // expect: 1
delete o.x;
console.log(read(o)); // expect: undefined
o.x = "again";
console.log(read(o)); // expect: again
Object.defineProperty(o, "x", { get: () => "getter", configurable: true });
console.log(read(o)); // expect: getter
Object.defineProperty(o, "x", { value: "data" });
console.log(read(o)); // expect: data
