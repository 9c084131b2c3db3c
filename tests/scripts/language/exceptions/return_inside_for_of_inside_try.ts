const log: string[] = [];
const it: any = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return: () => (log.push("closed"), {}) }) };
function f() {
  try {
    for (const x of it) {
      try {
        return "value " + x;
      } finally {
        log.push("inner");
      }
    }
  } finally {
    log.push("outer");
  }
}
console.log(f(), log.join()); // expect: value 1 inner,closed,outer
