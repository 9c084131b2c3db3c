const log: string[] = [];
const o: any = { _x: 1, get x() { log.push("get"); return this._x; }, set x(v) { log.push("set " + v); this._x = v; } };
o.x++;
o.x += 10;
o.x **= 2;
o["x"] ??= 5;
--o.x;
console.log(o._x, log.join()); // expect: 143 get,set 2,get,set 12,get,set 144,get,get,set 143
