const o = Object.freeze({ x: 1 });
try {
  delete (o as any).x;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot delete property 'x' of #<Object>
}
try {
  delete ([1] as any).length;
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot delete property 'length' of [object Array]
}
console.log(delete (o as any).y); // expect: true
