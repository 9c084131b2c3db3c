import { value as me, read as mine } from "./self_import.ts";
export const value = "mine";
export function read() { return value; }
console.log(me, mine()); // expect: mine mine
