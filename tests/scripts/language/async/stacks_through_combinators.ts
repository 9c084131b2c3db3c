// Who waits for what Promise.all and its like wait for stands in the stack, with the place among the promises.
const fail = async (n: number) => {
  await null;
  if (n === 2) throw new Error("two");
  return n;
};
const names = (error: any) => console.log(error.stack.split("\n").slice(1, -1).map((line: string) => line.trim().split(" (/")[0]).join("; "));
async function all() {
  await Promise.all([fail(0), 1, fail(2)]);
}
async function outer() {
  return await Promise.all([all()]);
}
await outer().catch(names);
// expect: at fail; at async Promise.all (index 2); at async all; at async Promise.all (index 0); at async outer
async function settled() {
  const [result] = await Promise.allSettled([fail(2)]);
  names((result as PromiseRejectedResult).reason);
}
await settled().then((x) => x);
// expect: at fail; at async Promise.allSettled (index 0); at async settled
async function any() {
  await Promise.any([fail(2)]);
}
await any().catch((error) => names(error.errors[0]));
// expect: at fail; at async Promise.any (index 0); at async any
async function race() {
  await Promise.race([fail(2), fail(1)]);
}
await race().catch(names);
// expect: at fail; at async race
console.log(await Promise.all([fail(0), 1, Promise.resolve(3), { then: (f: any) => f(9) }])); // expect: [ 0, 1, 3, 9 ]
console.log(await Promise.any([Promise.reject(1), fail(0)]), await Promise.race([fail(1)])); // expect: 0 1
