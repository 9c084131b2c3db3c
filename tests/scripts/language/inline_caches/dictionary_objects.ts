const read = (o: any) => o.target;
const o: any = { target: 1 };
console.log(read(o)); // expect: 1
for (let i = 0; i < 2000; i++) o["k" + i] = i;
console.log(read(o)); // expect: 1
o.target = 2;
console.log(read(o)); // expect: 2
delete o.target;
console.log(read(o)); // expect: undefined
const child = Object.create(o);
console.log(read(child)); // expect: undefined
o.target = "through the prototype";
console.log(read(child), child.k1999); // expect: through the prototype 1999
