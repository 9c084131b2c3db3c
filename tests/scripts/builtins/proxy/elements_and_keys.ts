// Array methods ask a proxy whether it has an element before they read it.
const log: string[] = [];
const spy = (target: object): any =>
  new Proxy(target, new Proxy({}, { get(_target, trap) { log.push(String(trap)); return undefined; } }));
function taken() { const text = log.join(" "); log.length = 0; return text; }
Array.prototype.sort.call(spy([2, 1]));
console.log(taken()); // expect: get has get has get set getOwnPropertyDescriptor defineProperty set getOwnPropertyDescriptor defineProperty
[spy([1, undefined])].flat();
console.log(taken()); // expect: get has get has get
const holes: any = [1, , 2];
Object.setPrototypeOf(holes, spy(Array.prototype));
[holes].flat();
console.log(taken()); // expect: has
console.log(JSON.stringify(Object.create(new Proxy({}, { get: (_target, key) => (key === "toJSON" ? () => "asked" : 1) })))); // expect: "asked"
console.log(Object.keys(new Proxy({}, { ownKeys: () => [Symbol.iterator, "a"], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) }))); // expect: [ 'a' ]
