const f = (n: number) => {
  const log: string[] = [];
  block: {
    log.push("start");
    if (n === 1) break block;
    inner: {
      if (n === 2) break inner;
      if (n === 3) break block;
      log.push("inner end");
    }
    log.push("end");
  }
  return log.join();
};
console.log(f(0), f(1), f(2), f(3)); // expect: start,inner end,end start start,end start
a: b: for (;;) { break a; }
one: if (true) { break one; }
lonely: console.log("labelled expression"); // expect: labelled expression
