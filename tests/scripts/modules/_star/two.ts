export const two = 2, both = "two";
export { one } from "./one.ts";
