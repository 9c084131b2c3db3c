import { churn } from "./_churn";

let held: object | undefined = { n: 1 };
const strong = new WeakRef(held), symbol = new WeakRef(Symbol("s")), weak = new WeakRef({ n: 2 });
console.log(strong.deref(), symbol.deref(), weak.deref(), weak); // expect: { n: 1 } Symbol(s) { n: 2 } WeakRef {}
for (const bad of [1, null, Symbol.for("registered")]) {
  try {
    new WeakRef(bad as any);
  } catch (error) {
    console.log(String(error));
  }
}
// expect: TypeError: WeakRef: invalid target
// expect: TypeError: WeakRef: invalid target
// expect: TypeError: WeakRef: invalid target
churn(() => {
  console.log(strong.deref() === held, symbol.deref(), weak.deref()); // expect: true undefined undefined
  // What deref gave lives until the end of the turn.
  const seen = strong.deref();
  held = undefined;
  let junk: unknown[] = [];
  for (let i = 0; i < 20000; i++) junk = [junk.length, i];
  console.log(strong.deref() === seen); // expect: true
});
