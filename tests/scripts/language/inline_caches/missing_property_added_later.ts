const read = (o: any) => o.late;
const o = {};
console.log(read(o), read(o), read({})); // expect: undefined undefined undefined
(Object.prototype as any).late = "on Object.prototype";
console.log(read(o), read({}), read([]), read("s")); // expect: on Object.prototype on Object.prototype on Object.prototype on Object.prototype
delete (Object.prototype as any).late;
console.log(read(o), read([])); // expect: undefined undefined
