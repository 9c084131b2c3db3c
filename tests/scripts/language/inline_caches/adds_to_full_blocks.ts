// A property added at one site to objects whose block is full, again and again: cached, and still right when something
// changes underneath.
const made: any[] = [];
function grow(o: any, i: number) {
  o.third = i;
  o.fourth = -i;
  return o;
}
for (let i = 0; i < 50; i++) made.push(grow({ x: i, y: 2 * i }, i));
console.log(JSON.stringify(made[49])); // expect: {"x":49,"y":98,"third":49,"fourth":-49}
console.log(made.every((o, i) => o.x === i && o.y === 2 * i && o.third === i && o.fourth === -i)); // expect: true

// Different literals at one site, blocks of different sizes.
for (let i = 0; i < 20; i++) grow(i % 2 ? { a: i } : { b: i, c: i, d: i }, i);
console.log(Object.keys(grow({ a: 0 }, 1)).join()); // expect: a,third,fourth
console.log(Object.keys(grow({ b: 0, c: 0, d: 0 }, 1)).join()); // expect: b,c,d,third,fourth

// No longer extensible.
const sealed = Object.preventExtensions({ x: 1, y: 2 });
try { grow(sealed, 1); } catch (e) { console.log(String(e)); } // expect: TypeError: Cannot add property third, object is not extensible

// A setter that appears on the prototype.
let seen = 0;
Object.defineProperty(Object.prototype, "third", { set(v) { seen = v; }, configurable: true });
const set = grow({ x: 1, y: 2 }, 7);
console.log(seen, Object.keys(set).join()); // expect: 7 x,y,fourth
delete (Object.prototype as any).third;
console.log(Object.keys(grow({ x: 1, y: 2 }, 8)).join()); // expect: x,y,third,fourth

// An object that is a prototype itself.
const proto: any = { x: 1, y: 2 }, child = Object.create(proto);
console.log(child.third); // expect: undefined
grow(proto, 9);
console.log(child.third); // expect: 9
