import { churn } from "./_churn";

// What a cleanup callback throws is uncaught, as from a timer.
const registry = new FinalizationRegistry<string>((held) => {
  throw new RangeError(held); // expect error: RangeError: gone
});
(globalThis as any).registry = registry;
registry.register({}, "gone");
churn(() => {});
