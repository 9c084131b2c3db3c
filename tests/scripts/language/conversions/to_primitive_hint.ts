const hints: string[] = [];
const o: any = { [Symbol.toPrimitive](hint: string) { hints.push(hint); return hint === "number" ? 42 : hint; } };
console.log(+o, `${o}`, o + "", o * 1, o == "default", o < 50, String(o), Number(o), Math.max(o), [o].join()); // expect: 42 string default 42 true true string 42 42 string
console.log(({ string: "key" } as any)[o], "x".repeat(o).length, isNaN(o)); // expect: key 42 false
console.log(hints.join(" ")); // expect: number string default number default number string number number string string number number
