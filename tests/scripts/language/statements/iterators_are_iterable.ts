const it = [1, 2, 3][Symbol.iterator]();
it.next();
console.log([...it], it.next(), it[Symbol.iterator]() === it); // expect: [ 2, 3 ] { value: undefined, done: true } true
const m = new Map([[1, 2]]).entries();
for (const e of m) console.log(e); // expect: [ 1, 2 ]
for (const e of m) console.log("never");
console.log(Object.prototype.toString.call(it), Object.prototype.toString.call(""[Symbol.iterator]())); // expect: [object Array Iterator] [object String Iterator]
