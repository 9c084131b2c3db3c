function Old(this: any, n: number) {
  this.n = n;
}
Old.prototype.twice = function () {
  return this.n * 2;
};
class New extends (Old as any) {
  constructor() {
    super(21);
  }
  twice() {
    return "twice: " + super.twice();
  }
}
const x: any = new New();
console.log(x.twice(), x, x instanceof (Old as any)); // expect: twice: 42 New { n: 21 } true
