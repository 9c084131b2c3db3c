const log: string[] = [];
function f(how: string) {
  try {
    log.push("try");
    if (how === "return") return "r";
    if (how === "throw") throw "t";
    log.push("end of try");
  } catch (e) {
    log.push("catch " + e);
    return "from catch";
  } finally {
    log.push("finally");
  }
  return "fell through";
}
for (const how of ["", "return", "throw"]) console.log(f(how), log.splice(0).join(", ")); // expect: fell through try, end of try, finally
// expect: r try, finally
// expect: from catch try, catch t, finally
