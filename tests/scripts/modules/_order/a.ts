import "./shared.ts";
console.log("a");
