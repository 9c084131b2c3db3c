const o = { a: 1 };
console.log(o.toString(), o.valueOf() === o, o.toLocaleString(), o.constructor === Object); // expect: [object Object] true [object Object] true
console.log(Object.prototype.toString.call(undefined), Object.prototype.valueOf.call("s") instanceof String); // expect: [object Undefined] true
const p: any = {};
p.__defineGetter__("g", () => "old style");
console.log(p.g, Object.keys(p), typeof p.__lookupGetter__("g")); // expect: old style [ 'g' ] function
