const out: string[] = [];
loop: for (const n of [1, 2, 3, 4, 5]) {
  switch (n) {
    case 2: continue;
    case 4: break loop;
    case 3: out.push("three"); break;
    default: out.push("n" + n);
  }
  out.push("after" + n);
}
console.log(out.join()); // expect: n1,after1,three,after3
