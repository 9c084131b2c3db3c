export abstract class Animal {
  static count = 0;
  constructor(readonly name: string) {
    Animal.count++;
  }
  abstract sound(): string;
  speak() { return `${this.name} says ${this.sound()}`; }
}
