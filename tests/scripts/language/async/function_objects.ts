async function f(a, b = 1) {}
async function* g() {}
const AsyncFunction = f.constructor, AsyncGeneratorFunction = g.constructor;
console.log(f, async () => {}, g, g(), { async m() {} }.m);
// expect: [AsyncFunction: f] [AsyncFunction (anonymous)] [AsyncGeneratorFunction: g] Object [AsyncGenerator] {} [AsyncFunction: m]
console.log(AsyncFunction.name, AsyncGeneratorFunction.name, f.length, Object.getOwnPropertyNames(f), f.hasOwnProperty("prototype"));
// expect: AsyncFunction AsyncGeneratorFunction 1 [ 'length', 'name' ] false
console.log(Object.prototype.toString.call(f), Object.prototype.toString.call(g()), Object.getPrototypeOf(f) === AsyncFunction.prototype);
// expect: [object AsyncFunction] [object AsyncGenerator] true
console.log(f instanceof AsyncFunction, f instanceof Function, g instanceof AsyncGeneratorFunction, g() instanceof g);
// expect: true true true true
try { new f(); } catch (e) { console.log(e.message); } // expect: f is not a constructor
const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(g.prototype));
const it = g();
console.log(it[Symbol.asyncIterator]() === it, Object.getOwnPropertySymbols(asyncIteratorPrototype)[0], asyncIteratorPrototype[Symbol.asyncIterator].name);
// expect: true Symbol(Symbol.asyncIterator) [Symbol.asyncIterator]
console.log(f() instanceof Promise, it.next() instanceof Promise, Object.getOwnPropertyNames(Object.getPrototypeOf(g.prototype)));
// expect: true true [ 'constructor', 'next', 'return', 'throw' ]
