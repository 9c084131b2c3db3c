type State = "idle" | "running" | "paused" | "done";
type Event = "start" | "pause" | "resume" | "finish";
const table: { readonly [S in State]: Partial<Record<Event, State>> } = {
  idle: { start: "running" }, running: { pause: "paused", finish: "done" }, paused: { resume: "running" }, done: {},
};
const history: string[] = [];
let state: State = "idle";
for (const event of ["pause", "start", "pause", "finish", "resume", "finish", "start"] as Event[]) {
  const next = table[state][event];
  history.push(next ? `${state} -${event}-> ${next}` : `${event} refused in ${state}`);
  state = next ?? state;
}
console.log(history.join("\n")); // expect: pause refused in idle
// expect: idle -start-> running
// expect: running -pause-> paused
// expect: finish refused in paused
// expect: paused -resume-> running
// expect: running -finish-> done
// expect: start refused in done
console.log(state, Object.entries(table).map(([s, t]) => `${s}:${Object.keys(t).length}`).join()); // expect: done idle:1,running:2,paused:1,done:0
