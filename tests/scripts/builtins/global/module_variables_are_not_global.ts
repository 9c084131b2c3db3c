var v = 1;
function f() {}
console.log("v" in globalThis, "f" in globalThis, this); // expect: false false undefined
