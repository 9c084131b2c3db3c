class P {
  constructor(public x: number, public y: number, public label?: string) {}
  sum() { return this.x + this.y; }
}
let total = 0;
for (let i = 0; i < 1000; i++) total += new P(i, -i + 1).sum();
console.log(total, new P(1, 2, "l")); // expect: 1000 P { x: 1, y: 2, label: 'l' }
