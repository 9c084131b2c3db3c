export { who } from "pkg";
export { default as q } from "@scope/q";
