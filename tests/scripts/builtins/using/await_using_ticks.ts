// One await for all resources that are null, or synchronous behind one that is; none where a block has no resource.
const log: string[] = [];
async function only() {
  await using a = null;
  await using b = undefined;
}
async function none() {
  if (log.length > 100) {
    await using a = null;
  }
}
async function mixed() {
  using sync = { [Symbol.dispose]() { log.push("sync"); } };
  await using nothing = null;
}
const all = [
  only().then(() => log.push("only")),
  none().then(() => log.push("none")),
  mixed().then(() => log.push("mixed")),
  Promise.resolve().then(() => log.push("1")).then(() => log.push("2")).then(() => log.push("3")),
];
await Promise.all(all);
console.log(log.join(", ")); // expect: none, sync, 1, only, mixed, 2, 3
