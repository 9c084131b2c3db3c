import table = require("./_assigned/value.js");
import computed = require("./_assigned/computed");
import fn = require("./_assigned/merged");
import Shape = require("./_assigned/types");
import type Other = require("./_assigned/types");
import plain = require("./_assigned/plain");
import defaulted from "./_assigned/value.js";
import * as again from "./_assigned/again";
const shape: Shape & Other = { x: 1 };
console.log(table.b[0] + shape.x);
console.log(computed.next(), computed.next());
console.log(fn(1), (fn.offset = 20), fn(1));
console.log(plain.x, plain.default, Object.keys(plain).join());
console.log(defaulted === table, again.fn === fn, again.value === table, Object.keys(again).join());
// expect: computed runs once
// expect: 3
// expect: 1 2
// expect: 11 20 21
// expect: 1 the default default,x
// expect: true true true fn,value
