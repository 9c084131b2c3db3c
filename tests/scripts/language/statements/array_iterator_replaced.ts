// An array with an iterator of its own is iterated by that.
const list: any = [1, 2];
list[Symbol.iterator] = () => ["replaced"][Symbol.iterator]();
const seen: any[] = [];
for (const x of list) seen.push(x);
console.log(seen, [...list], Array.from(list), list.length); // expect: [ 'replaced' ] [ 'replaced' ] [ 'replaced' ] 2
const original = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function (this: any) {
  return original.call(["patched"]);
} as any;
const [a] = [1];
const spread = [...[1, 2]];
Array.prototype[Symbol.iterator] = original;
console.log(a, spread); // expect: patched [ 'patched' ]
