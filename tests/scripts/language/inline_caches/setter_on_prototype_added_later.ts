class A { x = 0; }
const set = (o: any, v: any) => { o.y = v; };
const a: any = new A(), b: any = new A();
set(a, 1);
Object.defineProperty(A.prototype, "y", { set(v) { this.x = "intercepted " + v; }, configurable: true });
set(b, 2);
set(a, 3);
console.log(a, b); // expect: A { x: 0, y: 3 } A { x: 'intercepted 2' }
