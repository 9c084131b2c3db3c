// `export default name` exports the value; `export { name as default }` exports the variable.
import snapshot, { change as changeSnapshot } from "./_default_kinds/snapshot.ts";
import live, { change as changeLive } from "./_default_kinds/live.ts";
import declared, { change as changeDeclared } from "./_default_kinds/declared.ts";
changeSnapshot();
changeLive();
changeDeclared();
console.log(snapshot, live, typeof declared); // expect: before after string
