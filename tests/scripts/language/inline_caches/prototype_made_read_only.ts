const proto: any = { p: 1 };
const set = (o: any) => { o.p = 2; };
const a = Object.create(proto), b = Object.create(proto);
set(a);
Object.freeze(proto);
try {
  set(b);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'p' of object '#<Object>'
}
set(a);
console.log(a.p, b.p); // expect: 2 1
