console.log(Promise.resolve(1)); // expect: Promise { 1 }
console.log(new Promise(() => {})); // expect: Promise { <pending> }
const failed = Promise.reject(4);
failed.catch(() => {});
console.log([failed, Promise.resolve({ a: 1 })]); // expect: [ Promise { <rejected> 4 }, Promise { { a: 1 } } ]
class Special extends Promise<number> {}
console.log(Special.resolve(2)); // expect: Special [Promise] { 2 }
console.log(Object.assign(Promise.resolve(1), { tag: true })); // expect: Promise { 1, tag: true }
console.log({ a: { b: { c: Promise.resolve(1) } } }); // expect: { a: { b: { c: [Promise] } } }
