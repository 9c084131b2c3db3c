const log: string[] = [];
outer: for (let i = 0; i < 3; i++) {
  try {
    for (let j = 0; ; j++) {
      try {
        if (j === 1) continue outer;
        if (i === 2) break outer;
        log.push(`${i}${j}`);
      } finally {
        log.push("f");
      }
    }
  } finally {
    log.push("F");
  }
}
console.log(log.join(" ")); // expect: 00 f f F 10 f f F f F
