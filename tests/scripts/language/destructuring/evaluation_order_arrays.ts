const log: string[] = [];
const iterable: any = {
  [Symbol.iterator]() {
    let n = 0;
    return {
      next: () => (log.push("next"), { value: ++n, done: n > 2 }),
      return: () => (log.push("return"), {}),
    };
  },
};
const target = (name: string): any => (log.push("target " + name), { set v(x: any) { log.push(`set ${name} ${x}`); } });
[target("a").v, target("b").v] = iterable;
console.log(log.splice(0).join(", ")); // expect: target a, next, set a 1, target b, next, set b 2, return
[target("a").v, target("b").v, target("c").v = "default"] = iterable;
console.log(log.splice(0).join(", ")); // expect: target a, next, set a 1, target b, next, set b 2, target c, next, set c default
