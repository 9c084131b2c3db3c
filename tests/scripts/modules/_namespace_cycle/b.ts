import * as a from "./a.ts";
export let early: string;
try {
  early = a.x;
} catch (e) {
  early = String(e);
}
export const late = () => a.x;
