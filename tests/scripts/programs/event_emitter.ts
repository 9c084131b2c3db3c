type Events = { open: [name: string]; close: []; data: [n: number, last?: boolean] };
class Emitter<E extends Record<string, unknown[]>> {
  private readonly handlers: { [K in keyof E]?: Set<(...args: E[K]) => void> } = {};
  on<K extends keyof E>(event: K, handler: (...args: E[K]) => void): () => void {
    (this.handlers[event] ??= new Set()).add(handler);
    return () => this.handlers[event]?.delete(handler);
  }
  once<K extends keyof E>(event: K, handler: (...args: E[K]) => void): void {
    const off = this.on(event, (...args) => {
      off();
      handler(...args);
    });
  }
  emit<K extends keyof E>(event: K, ...args: E[K]): number {
    let count = 0;
    for (const handler of [...(this.handlers[event] ?? [])]) {
      count++;
      try {
        handler(...args);
      } catch (e) {
        console.log("handler failed:", (e as Error).message);
      }
    }
    return count;
  }
}
const e = new Emitter<Events>();
const off = e.on("data", (n, last = false) => console.log("data", n, last));
e.once("open", (name) => console.log("opened", name));
e.on("close", () => { throw new Error("cannot close"); });
console.log(e.emit("open", "first"), e.emit("open", "second")); // expect: opened first
// expect: 1 0
console.log(e.emit("data", 1), e.emit("data", 2, true), e.emit("close")); // expect: data 1 false
// expect: data 2 true
// expect: handler failed: cannot close
// expect: 1 1 1
off();
console.log(e.emit("data", 3)); // expect: 0
