const read = () => value;
try {
  read();
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: Cannot access 'value' before initialization
}
const value = "ready";
console.log(read()); // expect: ready
