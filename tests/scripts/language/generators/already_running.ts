const log = [];
const attempt = (f) => { try { f(); } catch (e) { log.push(e.name + ": " + e.message); } };
const g = (function* () {
  attempt(() => g.next());
  attempt(() => g.return(1));
  attempt(() => g.throw(1));
  attempt(() => { for (const x of g) ; });
  attempt(() => [...g]);
  yield* g;
})();
attempt(() => g.next());
for (const line of log) console.log(line); // expect: TypeError: Generator is already running
// expect: TypeError: Generator is already running
// expect: TypeError: Generator is already running
// expect: TypeError: Generator is already running
// expect: TypeError: Generator is already running
// expect: TypeError: Generator is already running
console.log(g.next()); // expect: { value: undefined, done: true }
