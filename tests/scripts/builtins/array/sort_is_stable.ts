const items = Array.from({ length: 200 }, (_, i) => ({ key: (i * 7) % 5, i }));
items.sort((a, b) => a.key - b.key);
let stable = true;
for (let i = 1; i < items.length; i++) if (items[i - 1]!.key === items[i]!.key && items[i - 1]!.i > items[i]!.i) stable = false;
console.log(stable, items.slice(0, 3), items.at(-1)); // expect: true [ { key: 0, i: 0 }, { key: 0, i: 5 }, { key: 0, i: 10 } ] { key: 4, i: 197 }
const words = ["bb", "a", "cc", "d", "aa"].sort((x, y) => x.length - y.length);
console.log(words); // expect: [ 'a', 'd', 'bb', 'cc', 'aa' ]
