const a = [1, 2, 3];
const seen: any[] = [];
a.forEach((n) => { seen.push(n); if (a.length < 6) a.push(n * 10); });
console.log(seen, a); // expect: [ 1, 2, 3 ] [ 1, 2, 3, 10, 20, 30 ]
const b = [1, 2, 3, 4];
console.log(b.map((n) => { b.pop(); return n; }), b); // expect: [ 1, 2, <2 empty items> ] [ 1, 2 ]
const c: any[] = [1, 2, 3];
console.log(c.filter((n, i) => { c[i + 1] = "changed"; return true; }), c.reduce((s, n, i) => { c.length = 2; return s + n; }, "")); // expect: [ 1, 'changed', 'changed' ] 1changed
