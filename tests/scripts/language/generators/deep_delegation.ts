// A chain of many delegating generators runs or is a RangeError, never a crash.
function* deep(n) { if (n > 0) yield* deep(n - 1); else yield "bottom"; }
console.log([...deep(500)]); // expect: [ 'bottom' ]
let outcome = "";
try { for (const x of deep(1e6)) outcome = x; } catch (e) { outcome = e.name; }
console.log(outcome); // expect: RangeError
let chain = (function* () { yield 1; yield 2; })();
for (let i = 0; i < 1e5; i++) chain = (function* (inner) { yield* inner; })(chain);
try { outcome = chain.next().value === 1 ? "fine" : "wrong"; } catch (e) { outcome = e.name === "RangeError" ? "fine" : e.name; }
console.log(outcome); // expect: fine
