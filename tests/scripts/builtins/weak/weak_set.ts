const member = {};
const set = new WeakSet([member]);
console.log(set.has(member), set.has({}), set.add(member) === set); // expect: true false true
console.log(set.delete(member), set.has(member), set.delete(member)); // expect: true false false
try {
  new WeakSet([member, 1 as any]);
} catch (error) {
  console.log(String(error)); // expect: TypeError: Invalid value used in weak set
}
try {
  WeakSet.prototype.has.call(new WeakMap(), member);
} catch (error) {
  console.log(String(error)); // expect: TypeError: Method WeakSet.prototype.has called on incompatible receiver #<WeakMap>
}
