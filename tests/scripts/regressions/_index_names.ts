export const first = 0;
export let second = 1;
const third = 2;
export { first as "0", second as "1", third as "-1", later as "7" };
export function change() {
  second++;
}
import * as self from "./_index_names.ts";
try {
  self[7 as never];
} catch (error) {
  console.log(String(error));
}
let later = 8;
