const set = (o: any, v: any) => { o.x = v; };
const o: any = { x: 1 };
set(o, 2);
set(o, 3);
Object.freeze(o);
try {
  set(o, 4);
} catch (e) {
  console.log(String(e), o.x); // expect: TypeError: Cannot assign to read only property 'x' of object '#<Object>' 3
}
const fresh: any = { x: 1 };
set(fresh, 5);
Object.defineProperty(fresh, "x", { set(v) { console.log("setter", v); } });
set(fresh, 6); // expect: setter 6
