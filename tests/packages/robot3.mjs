import { createMachine, guard, interpret, invoke, reduce, state, transition, immediate } from "robot3";

const context = (start) => ({ count: start, log: [] });
const machine = createMachine("idle", {
  idle: state(
    transition("start", "running", reduce((ctx, ev) => ({ ...ctx, count: ctx.count + (ev.by ?? 1) }))),
    transition("load", "loading"),
  ),
  running: state(
    transition("stop", "idle", guard((ctx) => ctx.count < 5)),
    transition("stop", "done"),
    transition("start", "running", reduce((ctx) => ({ ...ctx, count: ctx.count * 2 }))),
  ),
  loading: invoke(
    async (ctx) => { await null; return ctx.count + 100; },
    transition("done", "check", reduce((ctx, ev) => ({ ...ctx, count: ev.data }))),
    transition("error", "failed"),
  ),
  check: state(immediate("idle", guard((ctx) => ctx.count < 500)), immediate("done")),
  failed: state(),
  done: state(),
}, context);
const seen = [];
const service = interpret(machine, (s) => seen.push([s.machine.current, s.context.count]), 2);
service.send("start");
service.send({ type: "start" });
service.send("nonsense");
service.send("stop");
console.log(seen, service.machine.current);
const second = interpret(machine, (s) => console.log("now", s.machine.current, s.context.count), 7);
second.send("load");
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(second.machine.state.name, second.machine.state.value.final ?? false);
