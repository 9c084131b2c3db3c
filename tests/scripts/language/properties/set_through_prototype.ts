const base: any = Object.defineProperties({}, {
  readOnly: { value: 1, writable: false },
  getter: { get: () => 1 },
  plain: { value: 1, writable: true },
});
const o = Object.create(base);
o.plain = 2;
console.log(o.plain, base.plain, Object.keys(o)); // expect: 2 1 [ 'plain' ]
for (const key of ["readOnly", "getter"]) {
  try {
    o[key] = 2;
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot assign to read only property 'readOnly' of object '#<Object>'
    // expect: TypeError: Cannot set property getter of #<Object> which has only a getter
  }
}
Object.defineProperty(o, "readOnly", { value: 3 });
console.log(o.readOnly); // expect: 3
