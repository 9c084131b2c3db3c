const proto = Object.getPrototypeOf([][Symbol.iterator]());
const original = proto.next;
let calls = 0;
proto.next = function () {
  calls++;
  return original.call(this);
};
for (const x of [1, 2]);
const [a] = [1];
[...[1, 2, 3]];
proto.next = original;
console.log(calls > 0, calls); // expect: true 8
