// The value is fixed when return is reached; finally can't change it by assigning the variable.
function f() { let x = 1; try { return x; } finally { x = 2; } }
function g() { const o = { x: 1 }; try { return o; } finally { o.x = 2; } }
function h() { let i = 0; try { return i++; } finally { i += 10; } }
console.log(f(), g(), h()); // expect: 1 { x: 2 } 0
