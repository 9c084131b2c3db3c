const log: string[] = [];
function f() {
  try {
    try {
      try {
        return (log.push("value"), "result");
      } finally {
        log.push("one");
      }
    } finally {
      log.push("two");
      try {
        throw "x";
      } catch {
        log.push("caught inside");
      }
    }
  } finally {
    log.push("three");
  }
}
console.log(f(), log.join()); // expect: result value,one,two,caught inside,three
