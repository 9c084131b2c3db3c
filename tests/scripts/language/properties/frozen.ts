const o: any = Object.freeze({ a: 1, nested: { b: 2 }, list: [1] });
for (const f of [() => { o.a = 2; }, () => { o.c = 1; }, () => { delete o.a; }, () => { Object.setPrototypeOf(o, {}); }, () => { o[0] = 1; }]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'a' of object '#<Object>'
    // expect: TypeError: Cannot add property c, object is not extensible
    // expect: TypeError: Cannot delete property 'a' of #<Object>
    // expect: TypeError: #<Object> is not extensible
    // expect: TypeError: Cannot add property 0, object is not extensible
  }
}
o.nested.b = 5;
o.list.push(2);
console.log(o, Object.isFrozen(o), Object.isSealed(o), Object.isExtensible(o)); // expect: { a: 1, nested: { b: 5 }, list: [ 1, 2 ] } true true false
