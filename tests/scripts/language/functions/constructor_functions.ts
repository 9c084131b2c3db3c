function Animal(this: any, name: string) {
  this.name = name;
}
Animal.prototype.speak = function () {
  return this.name + " speaks";
};
const a = new (Animal as any)("Rex");
console.log(a.speak(), a.constructor === Animal, Object.keys(a), a instanceof (Animal as any)); // expect: Rex speaks true [ 'name' ] true
function ReturnsObject() {
  return { other: true };
}
function ReturnsPrimitive(this: any) {
  this.mine = 1;
  return 5;
}
console.log(new (ReturnsObject as any)(), new (ReturnsPrimitive as any)()); // expect: { other: true } ReturnsPrimitive { mine: 1 }
