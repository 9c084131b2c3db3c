function f() {
  return later; // expect error: ReferenceError: Cannot access 'later' before initialization
}
console.log("before"); // expect: before
f();
let later = 1;
