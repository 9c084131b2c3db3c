function make(base: any = Object) {
  return class extends base {
    #x;
    constructor(x: number) {
      super(x + 1);
      this.#x = x;
    }
    static x(o: any) {
      return o.#x;
    }
    #get() {
      return this.#x;
    }
    call(o: any = this) {
      return o.#get();
    }
    static has(o: any) {
      return #x in o;
    }
  };
}
const A = make(class {});
const B = make(A);
const b = new B(1);
console.log(B.x(b), A.x(b), b.call(), A.prototype.call.call(b)); // expect: 1 2 1 2
console.log(A.has(b), B.has(b), B.has(new A(0))); // expect: true true false
try {
  B.x(new A(0));
} catch (error) {
  console.log(String(error)); // expect: TypeError: Cannot read private member #x from an object whose class did not declare it
}
const classes = [];
for (let i = 0; i < 3; i++) {
  classes.push(
    class {
      #i = i;
      static #count = 0;
      static read(o: any) {
        this.#count++;
        return o.#i;
      }
      static get count() {
        return this.#count;
      }
    },
  );
}
console.log(classes.map((c) => c.read(new c())).join()); // expect: 0,1,2
console.log(classes.map((first) => classes.map((second) => { // expect: 0--,-1-,--2
  try {
    return first.read(new second());
  } catch {
    return "-";
  }
}).join("")).join());
console.log(classes.map((c) => c.count).join()); // expect: 4,4,4
