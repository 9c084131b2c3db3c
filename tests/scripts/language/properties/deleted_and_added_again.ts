const o: any = { a: 1, b: 2, c: 3 };
for (let i = 0; i < 20; i++) {
  delete o.a;
  o.a = i;
  delete o["t" + (i - 1)];
  o["t" + i] = i;
}
console.log(o, Object.keys(o).join()); // expect: { b: 2, c: 3, a: 19, t19: 19 } b,c,a,t19
delete o.b;
console.log(o.b, "b" in o, Object.keys(o).join()); // expect: undefined false c,a,t19
