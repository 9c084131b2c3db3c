const show = Error.prototype.toString;
console.log(show.call({ name: "N", message: "m" }), show.call({ name: "", message: "m" }), show.call({ name: "N", message: "" })); // expect: N: m m N
console.log(show.call({} as any), show.call({ message: "only" } as any), show.call({ name: undefined, message: undefined } as any)); // expect: Error Error: only Error
const e = new Error("changed");
e.name = "Custom";
e.message = "later";
console.log(String(e)); // expect: Custom: later
try {
  show.call(5 as any);
} catch (x) {
  console.log((x as Error).name); // expect: TypeError
}
