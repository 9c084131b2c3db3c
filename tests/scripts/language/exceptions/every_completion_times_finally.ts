// All ways to leave a try block, through a finally that itself ends in each way.
const ways = ["fall", "return", "throw", "break", "continue"];
function leave(first: string, last: string) {
  let rounds = 0;
  try {
    while (rounds++ < 2) {
      try {
        if (first === "return") return `returned ${rounds}`;
        if (first === "throw") throw `threw ${rounds}`;
        if (first === "break") break;
        if (first === "continue") continue;
      } finally {
        if (last === "return") return `finally returned ${rounds}`;
        if (last === "throw") throw `finally threw ${rounds}`;
        if (last === "break") break;
        if (last === "continue") continue;
      }
    }
    return `left after ${rounds}`;
  } catch (e) {
    return `caught: ${e}`;
  }
}
for (const first of ways) console.log(first + ":", ways.map((last) => leave(first, last)).join("; ")); // expect: fall: left after 3; finally returned 1; caught: finally threw 1; left after 1; left after 3
// expect: return: returned 1; finally returned 1; caught: finally threw 1; left after 1; left after 3
// expect: throw: caught: threw 1; finally returned 1; caught: finally threw 1; left after 1; left after 3
// expect: break: left after 1; finally returned 1; caught: finally threw 1; left after 1; left after 3
// expect: continue: left after 3; finally returned 1; caught: finally threw 1; left after 1; left after 3
