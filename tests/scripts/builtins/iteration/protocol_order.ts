const log: string[] = [];
const iterable: any = {
  get [Symbol.iterator]() {
    log.push("get @@iterator");
    return () => {
      log.push("call @@iterator");
      let n = 0;
      return {
        get next() {
          log.push("get next");
          return () => (log.push("next"), { get done() { log.push("done"); return n++ >= 1; }, get value() { log.push("value"); return n; } });
        },
        get return() {
          log.push("get return");
          return () => (log.push("return"), {});
        },
      };
    };
  },
};
[...iterable];
console.log(log.splice(0).join(", ")); // expect: get @@iterator, call @@iterator, get next, next, done, value, next, done
for (const x of iterable) break;
console.log(log.splice(0).join(", ")); // expect: get @@iterator, call @@iterator, get next, next, done, value, get return, return
const [a] = iterable;
console.log(log.splice(0).join(", ")); // expect: get @@iterator, call @@iterator, get next, next, done, value, get return, return
Array.from(iterable);
console.log(log.splice(0).join(", ")); // expect: get @@iterator, call @@iterator, get next, next, done, value, next, done
