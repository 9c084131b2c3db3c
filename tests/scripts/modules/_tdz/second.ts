import { start, Late } from "./first.ts";
let message = "";
for (const f of [() => start, () => new Late()]) {
  try {
    f();
  } catch (e) {
    message += e + ";";
  }
}
export const fromSecond = message;
