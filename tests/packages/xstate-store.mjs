import { createStore } from "@xstate/store";

const store = createStore({
  context: { todos: [], next: 1 },
  emits: { added: (payload) => console.log("emits", payload) },
  on: {
    add: (context, event, enqueue) => {
      enqueue.emit.added({ id: context.next });
      enqueue.effect(() => console.log("effect of", event.text));
      return { ...context, todos: [...context.todos, { id: context.next, text: event.text, done: false }], next: context.next + 1 };
    },
    toggle: (context, event) => ({ ...context, todos: context.todos.map((each) => (each.id === event.id ? { ...each, done: !each.done } : each)) }),
  },
});
const subscription = store.subscribe((snapshot) => console.log("now", JSON.stringify(snapshot.context)));
store.on("added", (event) => console.log("event", event));
store.send({ type: "add", text: "write" });
store.trigger.add({ text: "test" });
store.trigger.toggle({ id: 1 });
const done = store.select((context) => context.todos.filter((each) => each.done).length);
done.subscribe((value) => console.log("done", value));
store.trigger.toggle({ id: 2 });
store.trigger.toggle({ id: 2 });
subscription.unsubscribe();
store.trigger.add({ text: "quiet" });
console.log(store.getSnapshot(), done.get());
const [after, effects] = store.transition(store.getSnapshot(), { type: "toggle", id: 3 });
console.log(after.context.todos[2], effects.length, store.getSnapshot().context.todos[2].done);
