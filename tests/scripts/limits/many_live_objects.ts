const all: { id: number; next: any }[] = [];
for (let i = 0; i < 20_000; i++) all.push({ id: i, next: all[i - 1] });
let sum = 0;
for (let node: any = all[19_999]; node; node = node.next) sum += node.id;
console.log(all.length, sum); // expect: 20000 199990000
all.length = 10;
console.log(all[9]!.next.id); // expect: 8
