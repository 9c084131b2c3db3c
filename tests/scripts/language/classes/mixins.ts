type Ctor = new (...args: any[]) => object;
const Walks = <B extends Ctor>(base: B) => class Walks extends base { walk() { return "walks"; } };
const Swims = <B extends Ctor>(base: B) => class Swims extends base { swim() { return "swims"; } };
class Animal {
  constructor(public name: string) {}
}
class Duck extends Swims(Walks(Animal)) {
  both() { return `${this.name} ${this.walk()} and ${this.swim()}`; }
}
console.log(new Duck("Donald").both(), new Duck("x") instanceof Animal); // expect: Donald walks and swims true
