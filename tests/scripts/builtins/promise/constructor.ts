for (const make of [() => Promise(() => {}), () => new Promise(), () => new Promise(3), () => Promise.resolve.call(1), () => Promise.all.call(undefined, [])]) {
  try {
    make();
  } catch (error) {
    console.log(String(error));
  }
}
// expect: TypeError: Promise constructor cannot be invoked without 'new'
// expect: TypeError: Promise resolver undefined is not a function
// expect: TypeError: Promise resolver 3 is not a function
// expect: TypeError: PromiseResolve called on non-object
// expect: TypeError: Promise.all called on non-object
console.log(await new Promise((resolve, reject) => { resolve(1); reject(2); resolve(3); throw 4; })); // expect: 1
await new Promise(() => { throw new Error("thrown"); }).catch((error) => console.log(error.message)); // expect: thrown
let resolve, reject;
new Promise((...functions) => { [resolve, reject] = functions; });
console.log(resolve.length, reject.length, resolve.name === "", "prototype" in resolve); // expect: 1 1 true false
console.log(Promise.length, Promise.name, Promise[Symbol.species] === Promise); // expect: 1 Promise true
console.log(Object.prototype.toString.call(Promise.resolve()), Promise.prototype.constructor === Promise); // expect: [object Promise] true
const own = new Promise((r) => setTimeout(() => r(own)));
await own.catch((error) => console.log(String(error))); // expect: TypeError: Chaining cycle detected for promise #<Promise>
