// The reference is evaluated once, before the right side; the old value is read before it too.
const log: string[] = [];
const get = <T>(name: string, v: T): T => (log.push(name), v);
const o: any = { get p() { log.push("read"); return 1; }, set p(v) { log.push("write " + v); } };
get("object", o)[get("key", "p")] += get("right", 10);
console.log(log.join(", ")); // expect: object, key, read, right, write 11
let x = 1;
x += (x = 5, 10);
console.log(x); // expect: 11
