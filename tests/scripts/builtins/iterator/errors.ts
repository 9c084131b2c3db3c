const attempt = (f: () => unknown) => {
  try {
    return f();
  } catch (e) {
    return String(e);
  }
};
console.log(attempt(() => new (Iterator as any)())); // expect: TypeError: Abstract class Iterator not directly constructable
console.log(attempt(() => [1].values().take(-1))); // expect: RangeError: -1 must be positive
console.log(attempt(() => [1].values().drop(NaN))); // expect: RangeError: NaN must be positive
console.log(attempt(() => [].values().reduce((a) => a))); // expect: TypeError: Reduce of a done iterator with no initial value
console.log(attempt(() => [1].values().flatMap((x) => x as any).next())); // expect: TypeError: 1 is not an object
const closed: string[] = [];
const source: any = { __proto__: Iterator.prototype, next: () => ({ value: 1, done: false }), return: () => (closed.push("closed"), {}) };
console.log(attempt(() => source.map(5)), attempt(() => source.map(() => { throw new Error("thrown"); }).next()), closed); // expect: TypeError: 5 is not a function Error: thrown [ 'closed', 'closed' ]
let running: any = null;
running = [1, 2].values().map(() => running.next());
console.log(attempt(() => running.next())); // expect: TypeError: Generator is already running
