// args: --script
// Declarations of a script are checked against the global object before anything runs (section 16.1.7).
let undefined: number; // expect error: SyntaxError: Identifier 'undefined' has already been declared
