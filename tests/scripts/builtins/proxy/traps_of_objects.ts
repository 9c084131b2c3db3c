// Which traps the operations of the language and the library call, in which order.
const log: string[] = [];
const spy = (target: object): any =>
  new Proxy(target, new Proxy({}, { get(_target, trap) { log.push(String(trap)); return undefined; } }));
function taken() { const text = log.join(" "); log.length = 0; return text; }

const p = spy({ a: 1, b: 2 });
p.a; p["b"]; p[0];
console.log(taken()); // expect: get get get
p.c = 3; p[7] = 1;
console.log(taken()); // expect: set getOwnPropertyDescriptor defineProperty set getOwnPropertyDescriptor defineProperty
"a" in p; delete p.c; delete p[7];
console.log(taken()); // expect: has deleteProperty deleteProperty
({ ...p });
console.log(taken()); // expect: ownKeys getOwnPropertyDescriptor get getOwnPropertyDescriptor get
const { a, ...others } = p;
console.log(taken(), others); // expect: get ownKeys getOwnPropertyDescriptor get { b: 2 }
Object.keys(p);
console.log(taken()); // expect: ownKeys getOwnPropertyDescriptor getOwnPropertyDescriptor
Object.entries(p);
console.log(taken()); // expect: ownKeys getOwnPropertyDescriptor get getOwnPropertyDescriptor get
Object.assign({}, p);
console.log(taken()); // expect: ownKeys getOwnPropertyDescriptor get getOwnPropertyDescriptor get
JSON.stringify(p);
console.log(taken()); // expect: get ownKeys getOwnPropertyDescriptor getOwnPropertyDescriptor get get
p instanceof Object;
console.log(taken()); // expect: getPrototypeOf
Object.getPrototypeOf(p); Object.isExtensible(p);
console.log(taken()); // expect: getPrototypeOf isExtensible
Object.defineProperty(p, "a", { value: 1 }); Object.getOwnPropertyDescriptor(p, "a");
console.log(taken()); // expect: defineProperty getOwnPropertyDescriptor
Object.hasOwn(p, "a"); p.propertyIsEnumerable("a");
console.log(taken()); // expect: getOwnPropertyDescriptor get getOwnPropertyDescriptor
Object.freeze(p);
console.log(taken()); // expect: preventExtensions ownKeys getOwnPropertyDescriptor defineProperty getOwnPropertyDescriptor defineProperty
Object.isFrozen(p);
console.log(taken()); // expect: isExtensible ownKeys getOwnPropertyDescriptor getOwnPropertyDescriptor
const child = Object.create(spy({}));
child.x; child.x = 1; "y" in child; child[3] = 1; child[4];
console.log(taken(), Object.keys(child)); // expect: get set has set get [ '3', 'x' ]
