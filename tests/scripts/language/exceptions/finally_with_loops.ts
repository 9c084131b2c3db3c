const log: string[] = [];
for (let i = 0; i < 4; i++) {
  try {
    if (i === 1) continue;
    if (i === 3) break;
    log.push("body" + i);
  } finally {
    log.push("fin" + i);
  }
}
outer: while (true) {
  try {
    for (const x of [1, 2]) {
      try {
        if (x === 1) continue;
        break outer;
      } finally {
        log.push("inner" + x);
      }
    }
  } finally {
    log.push("outer");
  }
}
console.log(log.join(" ")); // expect: body0 fin0 fin1 body2 fin2 fin3 inner1 inner2 outer
