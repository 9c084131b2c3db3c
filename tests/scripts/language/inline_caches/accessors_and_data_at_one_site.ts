const read = (o: any) => o.v;
const objects: any[] = [{ v: 1 }, { get v() { return 2; } }, Object.create({ v: 3 }), Object.create({ get v() { return 4; } }), { w: 0, v: 5 }];
for (let i = 0; i < 3; i++) console.log(objects.map(read).join()); // expect: 1,2,3,4,5
// expect: 1,2,3,4,5
// expect: 1,2,3,4,5
