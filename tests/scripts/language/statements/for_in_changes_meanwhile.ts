// Deleted before its turn: not visited. Added: need not be visited (V8 does not).
const o: any = { a: 1, b: 2, c: 3 };
const seen: string[] = [];
for (const k in o) {
  seen.push(k);
  delete o.b;
  o["new" + k] = 1;
}
console.log(seen.join(), Object.keys(o).join()); // expect: a,c a,c,newa,newc
