import { count, up, history } from "./_live_bindings/counter.ts";
import * as all from "./_live_bindings/counter.ts";
const read = () => count;
console.log(count, read()); // expect: 0 0
up();
up();
console.log(count, read(), all.count, history, `${count}`); // expect: 2 2 2 [ 1, 2 ] 2
try {
  (count as any)++;
} catch (e) {
  console.log(String(e), count); // expect: TypeError: Assignment to constant variable. 2
}
