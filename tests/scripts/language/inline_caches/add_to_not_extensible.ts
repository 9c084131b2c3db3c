const add = (o: any) => { o.extra = 1; };
const open = { a: 1 }, closed = Object.preventExtensions({ a: 1 });
add(open);
add({ a: 2 });
try {
  add(closed);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot add property extra, object is not extensible
}
console.log(open, closed); // expect: { a: 1, extra: 1 } { a: 1 }
