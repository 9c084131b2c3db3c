const log: string[] = [];
const iterable = (extra: object = {}): any => ({
  [Symbol.iterator]: () => ({ next: () => ({ value: undefined, done: false }), return: () => (log.push("closed"), {}), ...extra }),
});
const boom = (what: string): never => { throw new Error(what); };
for (const f of [
  () => { const [a = boom("default")] = iterable(); },
  () => { let o: any = { set x(v: any) { boom("setter"); } }; [o.x] = iterable(); },
  () => { const [{ a }] = iterable(); },
  () => { const [a] = iterable({ next: () => boom("next") }); },
  () => { const [a] = iterable({ return: () => boom("return") }); },
  () => { const [a] = iterable({ return: () => 5 }); },
  () => { const [a = boom("body wins")] = iterable({ return: () => boom("return") }); },
]) {
  try {
    f();
  } catch (e) {
    console.log(String(e), log.splice(0)); // expect: Error: default [ 'closed' ]
    // expect: Error: setter [ 'closed' ]
    // expect: TypeError: Cannot read properties of undefined (reading 'a') [ 'closed' ]
    // expect: Error: next []
    // expect: Error: return []
    // expect: TypeError: Iterator result 5 is not an object []
    // expect: Error: body wins []
  }
}
