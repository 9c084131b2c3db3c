import Emittery from "emittery";

const emitter = new Emittery();
const log = [];
const off = emitter.on("a", (event) => { log.push(["a", event.data ?? event]); });
emitter.on(["a", "b"], async (event) => { await null; log.push(["ab", event.data ?? event]); });
emitter.onAny((name, event) => log.push(["any", String(name)]));
await emitter.emit("a", 1);
await emitter.emitSerial("b", 2);
off();
await emitter.emit("a", 3);
console.log(log);
const once = emitter.once("c");
const events = emitter.events("c");
emitter.emit("c", "first");
emitter.emit("c", "second");
console.log(await once, await events.next(), await events.next());
setTimeout(() => events.return("over"), 3);
console.log(await events.next(), await events.next());
console.log(emitter.listenerCount("a"), emitter.listenerCount());
emitter.on("bad", () => { throw new Error("from a listener"); });
await emitter.emit("bad").catch((error) => console.log(error.message));
emitter.clearListeners();
console.log(emitter.listenerCount());
for (const bad of [5, null]) {
  try {
    emitter.on(bad, () => 0);
  } catch (error) {
    console.log(error.constructor.name, error.message);
  }
}
class Mixed {}
Emittery.mixin("channel")(Mixed);
const mixed = new Mixed();
mixed.on("x", (event) => console.log("mixed", event.data ?? event));
await mixed.emit("x", { y: 1 });
