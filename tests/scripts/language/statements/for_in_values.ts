const seen: any[] = [];
for (const k in null as any) seen.push(k);
for (const k in undefined as any) seen.push(k);
for (const k in 5 as any) seen.push(k);
for (const k in "ab" as any) seen.push(k);
for (const k in [7, , 8]) seen.push(k, typeof k);
for (const k in (() => 1) as any) seen.push(k);
console.log(seen); // expect: [ '0', '1', '0', 'string', '2', 'string' ]
let last;
for (last in { x: 1, y: 2 });
console.log(last); // expect: y
