const log = [];
class Counted extends Promise {
  constructor(executor) {
    super(executor);
    log.push("made");
  }
}
const first = Counted.resolve(1);
console.log(first instanceof Counted, log.length); // expect: true 1
const second = first.then((n) => n + 1);
console.log(second instanceof Counted, second.constructor === Counted, log.length); // expect: true true 2
console.log(await second.finally(() => {}), log.length); // expect: 2 7
class Plain extends Promise {
  static get [Symbol.species]() { return Promise; }
}
const derived = new Plain((resolve) => resolve(3)).then();
console.log(derived instanceof Plain, await derived); // expect: false 3
console.log(Counted.resolve(first) === first, Promise.resolve(first) === first); // expect: true false
console.log((await Counted.all([1, first])).join(), Counted.withResolvers().promise instanceof Counted); // expect: 1,1 true
function Custom(executor) {
  executor((value) => log.push("resolved " + value), (reason) => log.push("rejected " + reason));
}
log.length = 0;
Promise.resolve.call(Custom, 1);
Promise.reject.call(Custom, 2);
console.log(log.join()); // expect: resolved 1,rejected 2
try {
  Promise.resolve.call(function (executor) { executor(1, 2); }, 3);
} catch (error) {
  console.log(String(error)); // expect: TypeError: Promise resolve or reject function is not callable
}
