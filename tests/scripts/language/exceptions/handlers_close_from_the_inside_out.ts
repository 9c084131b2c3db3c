const log: string[] = [];
function items(name: string, fails = "") {
  return {
    [Symbol.iterator]() {
      return {
        next: () => ({ done: false, value: name }),
        return() {
          log.push(name);
          if (fails) throw new Error(fails);
          return {};
        },
      };
    },
  } as any;
}
function run() {
  for (const a of items("a")) {
    try {
      for (const b of items("b", "b failed")) {
        const [[c], d] = [items("c"), 1];
        for (const e of items("e")) for (const [f] of [items("f")]) throw new Error("first " + c + d + e + f);
      }
    } catch (error: any) {
      log.push(error.message);
      for (const g of items("g")) throw new Error("second");
    } finally {
      log.push("finally");
      for (const h of items("h")) {
        log.push(h);
        break;
      }
    }
  }
}
try {
  run();
} catch (error: any) {
  console.log(error.message); // expect: second
}
console.log(log.join()); // expect: c,f,e,b,first c1ef,g,finally,h,h,a
