const log: string[] = [];
const o: any = {
  valueOf() { log.push("valueOf"); return 1; },
  toString() { log.push("toString"); return "s"; },
};
console.log(o + 1, o + "", `${o}`, +o, o * 2, String(o), o == 1, o < 2, [o] + "", ({ s: 5 } as any)[o]); // expect: 2 1 s 1 2 s true true s 5
console.log(log.join(" ")); // expect: valueOf valueOf toString valueOf valueOf toString valueOf valueOf toString toString
