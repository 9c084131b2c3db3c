import { createStore } from "zustand/vanilla";

const store = createStore((set, get) => ({
  bears: 0,
  names: [],
  add: (name) => set((s) => ({ bears: s.bears + 1, names: [...s.names, name] })),
  later: async () => { await null; get().add("late"); },
  reset: () => set({ bears: 0 }),
}));
const stop = store.subscribe((now, before) => console.log(before.bears, "->", now.bears));
store.getState().add("ann");
await store.getState().later();
stop();
store.getState().reset();
console.log(store.getState(), store.getInitialState().names);
