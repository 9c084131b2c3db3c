const handler = {
  get() {
    pair.revoke();
    return undefined;
  },
};
const pair: any = Proxy.revocable(function () {}, handler);
const proxy = pair.proxy;
try {
  new proxy();
} catch (error) {
  console.log((error as Error).name); // expect: TypeError
}
