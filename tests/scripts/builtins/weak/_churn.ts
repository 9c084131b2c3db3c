// Makes garbage until there was a collection, in turns of the loop of its own.
export function churn(then: () => void) {
  const canary = new WeakRef({});
  function turn() {
    let junk: unknown[] = [];
    for (let i = 0; i < 2000; i++) junk = [junk.length, i];
    setTimeout(canary.deref() === undefined ? then : turn);
  }
  setTimeout(turn);
}
