const read = (o: any) => o.x;
const objects: any[] = [{ x: 1 }, { a: 0, x: 2 }, { b: 0, x: 3 }, { c: 0, d: 0, x: 4 }];
let text = "";
for (let i = 0; i < 12; i++) text += read(objects[i % 4]);
console.log(text); // expect: 123412341234
