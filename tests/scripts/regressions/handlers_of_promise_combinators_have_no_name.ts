const names: unknown[] = [];
const thenable = {
  then(fulfil: Function, reject: Function) {
    names.push(fulfil.name, reject.name);
  },
};
function NotPromise(executor: Function) {
  executor(() => {}, () => {});
}
NotPromise.resolve = (value: unknown) => value;
for (const method of [Promise.all, Promise.allSettled, Promise.any]) method.call(NotPromise as never, [thenable]);
console.log(names.every((name) => name === "")); // expect: true
