// A handler that comes in the same turn of the loop is in time.
const rejected = Promise.reject(new Error("seen"));
Promise.resolve().then(() => {}).then(() => rejected.catch((error) => console.log(error.message)));
const [settled] = await Promise.allSettled([Promise.reject(1)]);
console.log(settled.status);
// expect: rejected
// expect: seen
const inner = Promise.reject(2);
await inner.finally(() => console.log("finally")).catch((reason) => console.log(reason));
// expect: finally
// expect: 2
