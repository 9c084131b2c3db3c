console.log("b starts");
import "./shared.ts";
console.log("b ends");
