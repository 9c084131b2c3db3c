// Getters of prototypes at sites that remember them, while everything around them changes.
class A {
  n = 1;
  get x() { return this.n; }
  get y(): any { return this.n * 10; }
}
class B extends A { n = 2; }
class C extends A { n = 3; get x() { return -this.n; } }
const read = (o: any) => o.x;
const all = [new A(), new B(), new C()];
let text = "";
for (let i = 0; i < 12; i++) text += read(all[i % 3]) + " ";
console.log(text.trim()); // expect: 1 2 -3 1 2 -3 1 2 -3 1 2 -3

// The same site meets plain properties, absent ones and own getters.
const others = [{ x: "own" }, {}, { get x() { return "own getter"; } }, new B(), Object.create({ x: "inherited" })];
for (let i = 0; i < 10; i++) text = others.map(read).join();
console.log(text); // expect: own,,own getter,2,inherited

// Another getter, a value, none, and a getter again.
const b = new B(), readY = (o: any) => o.y;
for (let i = 0; i < 3; i++) readY(b);
Object.defineProperty(A.prototype, "y", { get() { return "new"; }, configurable: true });
console.log(readY(b)); // expect: new
Object.defineProperty(A.prototype, "y", { value: "plain", writable: true });
console.log(readY(b), readY(b)); // expect: plain plain
Object.defineProperty(A.prototype, "y", { set() {}, get: undefined, configurable: true });
console.log(readY(b), readY(b)); // expect: undefined undefined
delete (A.prototype as any).y;
console.log(readY(b), readY(b)); // expect: undefined undefined
Object.defineProperty(Object.prototype, "y", { get() { return "far " + this.n; }, configurable: true });
console.log(readY(b), readY(b), readY({ n: 5 })); // expect: far 2 far 2 far 5
Object.defineProperty(b, "y", { value: "nearer" });
console.log(readY(b), readY(new B())); // expect: nearer far 2
delete (Object.prototype as any).y;

// Getters called as methods, and getters of primitives.
class M { get f() { return (k: number) => k + 1; } }
const m = new M();
let sum = 0;
for (let i = 0; i < 5; i++) sum += m.f(i);
console.log(sum); // expect: 15
Object.defineProperty(Number.prototype, "twice", { get() { return 2 * this; }, configurable: true });
Object.defineProperty(String.prototype, "first", { get() { return this[0]; }, configurable: true });
for (let i = 0; i < 3; i++) text = (i as any).twice + ("abc" as any).first;
console.log(text, Symbol("d").description); // expect: 4a d

// What a getter throws.
class T { get x() { throw new RangeError("no"); } }
const thrown: string[] = [];
for (let i = 0; i < 3; i++) try { read(new T()); } catch (e) { thrown.push(String(e)); }
console.log(thrown.join()); // expect: RangeError: no,RangeError: no,RangeError: no

// A getter that changes what is looked up while it runs.
class S { get x() { Object.defineProperty(S.prototype, "x", { value: "now plain" }); return "once"; } }
const s = new S();
console.log(read(s), read(s), read(s)); // expect: once now plain now plain
