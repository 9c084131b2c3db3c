const seen: string[] = [];
outer: for (let i = 0; i < 4; i++) {
  inner: for (let j = 0; j < 4; j++) {
    if (j === 1) continue;
    if (j === 3) continue outer;
    if (i === 2) break outer;
    if (i === 1) break inner;
    seen.push(`${i}${j}`);
  }
  seen.push("end" + i);
}
console.log(seen.join()); // expect: 00,02,end1
