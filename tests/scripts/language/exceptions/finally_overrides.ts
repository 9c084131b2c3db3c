function f(): any { try { return 1; } finally { return 2; } }
function g(): any { try { throw "lost"; } finally { return "kept"; } }
function h(): any { try { return "lost"; } finally { throw "thrown"; } }
function i(): any { for (;;) { try { return "lost"; } finally { break; } } return "after break"; }
function j(): any { let n = 0; for (;;) { if (n++ > 2) return n; try { return "lost"; } finally { continue; } } }
function k(): any { label: { try { throw "lost"; } finally { break label; } } return "left"; }
console.log(f(), g(), i(), j(), k()); // expect: 2 kept after break 4 left
try { h(); } catch (e) { console.log(e); } // expect: thrown
