const log: string[] = [];
const list = (name: string): any => (log.push("make " + name), { [Symbol.iterator]: () => (log.push("iterate " + name), [name][Symbol.iterator]()) });
const v = (name: string) => (log.push(name), name);
console.log(((...a: string[]) => a.join())(v("1"), ...list("2"), v("3"), ...list("4"))); // expect: 1,2,3,4
console.log(log.join(", ")); // expect: 1, make 2, iterate 2, 3, make 4, iterate 4
