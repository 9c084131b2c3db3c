console.log("counter runs");
export let n = 1;
export function inc() { n++; }
