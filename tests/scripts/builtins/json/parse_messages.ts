for (const text of ["", "{bad", "[1, 2", undefined as any]) {
  try {
    JSON.parse(text);
  } catch (e) {
    console.log(String(e)); // expect: SyntaxError: Unexpected end of JSON input
    // expect: SyntaxError: Expected property name or '}' in JSON at position 1
    // expect: SyntaxError: Expected ',' or ']' after array element in JSON at position 5
    // expect: SyntaxError: "undefined" is not valid JSON
  }
}
