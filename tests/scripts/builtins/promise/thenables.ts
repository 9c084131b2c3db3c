const log = [];
const thenable = {
  get then() {
    log.push("get then");
    return (resolve, reject) => {
      log.push("then called");
      resolve("value");
      reject("ignored");
      throw new Error("ignored");
    };
  },
};
console.log(await Promise.resolve(thenable), log.join()); // expect: value get then,then called
console.log(await Promise.resolve({ then: 3 })); // expect: { then: 3 }
await Promise.resolve({ get then() { throw new Error("getter"); } }).catch((error) => console.log(error.message)); // expect: getter
await Promise.resolve({ then() { throw new Error("called"); } }).catch((error) => console.log(error.message)); // expect: called
console.log(await { then(f) { f({ then(g) { g("nested"); } }); } }); // expect: nested
// A promise with a `then` of its own is a thenable like any other.
const changed = Promise.resolve(1);
changed.then = function (...args) { log.push("own then"); return Promise.prototype.then.apply(this, args); };
log.length = 0;
console.log(await new Promise((resolve) => resolve(changed)), log.join()); // expect: 1 own then
console.log(await Promise.resolve(changed), await changed, log.join()); // expect: 1 1 own then
