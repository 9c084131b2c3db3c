const texts = ["", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'x'", "01", "1.", ".5", "+1", "-", "1e", "\"\n\"", "\"\\x41\"", "\"\\u12\"", "nul", "tru", "[1 2]", "{\"a\" 1}", "undefined", "NaN", "1 2", "\"unterminated", "// c\n1", "\u00a01", "[,]", "0x1", "\"\t\""];
let errors = 0;
for (const t of texts) {
  try {
    JSON.parse(t);
    console.log("accepted", JSON.stringify(t));
  } catch (e) {
    if (e instanceof SyntaxError) errors++;
  }
}
console.log(errors === texts.length); // expect: true
