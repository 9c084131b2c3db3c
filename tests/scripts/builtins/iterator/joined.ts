const log: string[] = [];
function named(name: string, count: number) {
  let i = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next: () => (i < count ? { value: name + i++, done: false } : { value: undefined, done: true }),
    return: () => (log.push("close " + name), {}),
  };
}
const It: any = Iterator;

console.log([...It.concat([1, 2], new Set([3]), "45".split(""))].join()); // expect: 1,2,3,4,5
const joined = It.concat(named("a", 2), named("b", 2));
console.log(joined.next().value, joined.return().done, log.splice(0).join()); // expect: a0 true close a
try {
  It.concat([1], 2);
} catch (error) {
  console.log(String(error)); // expect: TypeError: 2 is not an object
}

console.log(JSON.stringify([...It.zip([[1, 2, 3], "ab".split("")])])); // expect: [[1,"a"],[2,"b"]]
console.log(JSON.stringify([...It.zip([[1], [2, 3]], { mode: "longest", padding: ["none"] })])); // expect: [[1,2],["none",3]]
console.log(JSON.stringify([...It.zipKeyed({ x: [1, 2], y: [3, 4] })])); // expect: [{"x":1,"y":3},{"x":2,"y":4}]
console.log([...It.zip([])].length, Object.getPrototypeOf(It.zipKeyed({ a: [1] }).next().value)); // expect: 0 null

const short = It.zip([named("p", 3), named("q", 1), named("r", 3)]);
short.next();
console.log(short.next().done, log.splice(0).join()); // expect: true close r,close p
const strict = It.zip([named("p", 1), named("q", 2), named("r", 2)], { mode: "strict" });
strict.next();
try {
  strict.next();
} catch (error) {
  console.log(String(error), log.splice(0).join()); // expect: TypeError: The iterators are not of the same length close r,close q
}
const early = It.zip([named("p", 1), named("q", 2)]);
early.return();
console.log(log.splice(0).join(), early.next().done); // expect: close q,close p true
try {
  It.zip([[1]], { mode: "odd" });
} catch (error) {
  console.log(String(error)); // expect: TypeError: "odd" is not 'shortest', 'longest' or 'strict'
}
