const { promise, resolve, reject } = Promise.withResolvers();
resolve(1);
reject(2);
console.log(await promise); // expect: 1
console.log(await Promise.try((a, b) => a + b, 1, 2)); // expect: 3
await Promise.try(() => { throw new Error("thrown"); }).catch((error) => console.log(error.message)); // expect: thrown
console.log(await Promise.try(async () => 4)); // expect: 4
let ran = false;
Promise.try(() => (ran = true));
console.log(ran, Promise.try.length, Object.keys(Promise.withResolvers())); // expect: true 1 [ 'promise', 'resolve', 'reject' ]
