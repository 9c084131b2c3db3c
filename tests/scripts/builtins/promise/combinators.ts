const later = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const fails = (ms, value) => new Promise((_, reject) => setTimeout(reject, ms, value));
console.log(await Promise.all([later(3, "a"), "b", Promise.resolve("c"), { then(f) { f("d"); } }])); // expect: [ 'a', 'b', 'c', 'd' ]
console.log(await Promise.all([]), await Promise.allSettled(""), await Promise.all("xy")); // expect: [] [] [ 'x', 'y' ]
await Promise.all([later(60, 1), fails(1, "no"), fails(2, "too late")]).catch((reason) => console.log(reason)); // expect: no
console.log(await Promise.allSettled([later(2, 1), fails(1, "no"), 3]));
// expect: [
// expect:   { status: 'fulfilled', value: 1 },
// expect:   { status: 'rejected', reason: 'no' },
// expect:   { status: 'fulfilled', value: 3 }
// expect: ]
console.log(await Promise.any([fails(1, "x"), later(60, "slow"), later(2, "quick")])); // expect: quick
await Promise.any([fails(2, "x"), Promise.reject("y")]).catch((error) => {
  console.log(error instanceof AggregateError, error.message, error.errors, Object.keys(error)); // expect: true All promises were rejected [ 'x', 'y' ] []
});
await Promise.any([]).catch((error) => console.log(error.errors)); // expect: []
console.log(await Promise.race([later(60, "slow"), later(1, "quick")])); // expect: quick
await Promise.race([fails(1, "no"), later(2, 1)]).catch((reason) => console.log(reason)); // expect: no
let settled = false;
Promise.race([]).then(() => (settled = true), () => (settled = true));
await later(3);
console.log(settled); // expect: false
