const target: any = Object.defineProperty({}, "b", { value: 1 });
try {
  Object.assign(target, { a: 1, b: 2, c: 3 });
} catch (e) {
  console.log(String(e), target.a, target.c); // expect: TypeError: Cannot assign to read only property 'b' of object '#<Object>' 1 undefined
}
