const a: any = [1, , 3];
const read = (i: number) => a[i];
console.log(read(1), read(3)); // expect: undefined undefined
(Array.prototype as any)[1] = "from prototype";
(Object.prototype as any)[3] = "from Object";
console.log(read(1), read(3), [, ,].indexOf("from prototype"), a.length, 1 in a, Object.hasOwn(a, 1)); // expect: from prototype from Object 1 3 true false
console.log([...a], a.join()); // expect: [ 1, 'from prototype', 3 ] 1,from prototype,3
delete (Array.prototype as any)[1];
delete (Object.prototype as any)[3];
console.log(read(1), read(3)); // expect: undefined undefined
