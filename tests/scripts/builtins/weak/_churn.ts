// Makes enough garbage for a collection, in a turn of the loop of its own.
export function churn(then: () => void) {
  setTimeout(() => {
    let junk: unknown[] = [];
    for (let i = 0; i < 40000; i++) junk = [junk.length, i];
    setTimeout(then);
  });
}
