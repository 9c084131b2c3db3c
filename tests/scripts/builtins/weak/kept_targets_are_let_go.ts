// What a job looked at through a weak reference lives until the job is done, and no longer.
import { churn } from "./_churn";

const first = new WeakRef({ first: true });
console.log(first.deref()); // expect: { first: true }
churn(() => {
  console.log(first.deref()); // expect: undefined
  const second = new WeakRef({ second: true });
  churn(() => console.log(second.deref())); // expect: undefined
});
