const attempt = (f: () => unknown) => {
  try {
    return f();
  } catch (e) {
    return String(e);
  }
};
const far: any[] = [];
far[100_000_000] = 1;
far[5] = 2;
console.log(far.length, Object.keys(far), far.push(3), far.pop(), far.length); // expect: 100000001 [ '5', '100000000' ] 100000002 3 100000001
far.length = 10;
console.log(Object.keys(far), far.length, far.indexOf(2)); // expect: [ '5' ] 10 5
const frozen = Object.freeze([1, 2]) as any;
console.log(attempt(() => frozen.push(3))); // expect: TypeError: Cannot add property 2, object is not extensible
console.log(attempt(() => (frozen[0] = 3))); // expect: TypeError: Cannot assign to read only property '0' of object '[object Array]'
console.log(attempt(() => frozen.pop())); // expect: TypeError: Cannot delete property '1' of [object Array]
const sealed = Object.seal([1, 2]);
sealed[0] = 5;
console.log(sealed, Object.isSealed(sealed), Object.isFrozen(sealed), frozen.map((x: number) => x + 1)); // expect: [ 5, 2 ] true false [ 2, 3 ]
const kept = [1, 2, 3];
Object.defineProperty(kept, 1, { configurable: false });
console.log(attempt(() => (kept.length = 0)), kept.length); // expect: TypeError: Cannot delete property '1' of [object Array] 2
const getter: any[] = [1, 2, 3];
Object.defineProperty(getter, 1, { get: () => "g", enumerable: true, configurable: true });
console.log(getter.map((x) => x), getter.slice(), getter.indexOf("g"), [...getter], getter.join()); // expect: [ 1, 'g', 3 ] [ 1, 'g', 3 ] 1 [ 1, 'g', 3 ] 1,g,3
(Array.prototype as any)[1] = "P";
console.log([0, , 2][1], [0, , 2].map((x) => x), ([0, , 2] as any[]).indexOf("P"), [0, , 2].join()); // expect: P [ 0, 'P', 2 ] 1 0,P,2
delete (Array.prototype as any)[1];
const queue = [0];
let sum = 0;
for (let i = 1; i < 20000; i++) {
  queue.push(i);
  if (i % 3) sum += queue.shift()!;
}
console.log(sum, queue.length, queue[0], queue.at(-1)); // expect: 88877778 6667 13333 19999
