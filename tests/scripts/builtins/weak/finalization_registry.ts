import { churn } from "./_churn";

const told: string[] = [];
const registry = new FinalizationRegistry<string>((held) => told.push(held));
const kept = {}, token = {};
(() => {
  const target = {};
  registry.register(target, "once");
  registry.register(target, "twice", target);
  registry.register({}, "by token", token);
  registry.register({}, "by token too", token);
  registry.register(kept, "kept");
  registry.register({}, "symbol token", Symbol("t"));
  registry.register(Symbol("target"), "symbol");
})();
console.log(registry.unregister(token), registry.unregister(token), registry.unregister({})); // expect: true false false
churn(() => {
  console.log(told.sort().join(", "), registry); // expect: once, symbol, symbol token, twice FinalizationRegistry {}
  console.log(registry.register(kept, "more")); // expect: undefined
});
