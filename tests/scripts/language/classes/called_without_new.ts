class A {}
try {
  (A as any)();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Class constructor A cannot be invoked without 'new'
}
try {
  A.call({} as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Class constructor A cannot be invoked without 'new'
}
const B = class {};
try {
  (B as any)();
} catch (e) {
  console.log(String(e)); // expect: TypeError: Class constructor B cannot be invoked without 'new'
}
