// Exceptions: thrown and caught at different depths, finally, stacks that someone reads.
function deep(n) { if (n === 0) throw new RangeError("bottom"); return deep(n - 1) + 1; }
let caught = 0, finals = 0, lines = 0;
for (let i = 0; i < 2000; i++) {
  try { deep(i % 20); } catch (error) { caught += error.message.length; if (i % 500 === 0) lines += error.stack.length > 0 ? 1 : 0; }
  finally { finals++; }
}
console.log("errors", caught, finals, lines);
