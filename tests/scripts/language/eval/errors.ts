const k = 1;
function attempt(text: string) {
  try {
    console.log(eval(text));
  } catch (error) {
    console.log((error as Error).name + ": " + (error as Error).message);
  }
}
attempt("1 +"); // expect: SyntaxError: Unexpected end of input
attempt("k = 2"); // expect: TypeError: Assignment to constant variable.
attempt("late"); // expect: ReferenceError: Cannot access 'late' before initialization
attempt("this.#p"); // expect: SyntaxError: Private field '#p' must be declared in an enclosing class
attempt("return 1"); // expect: SyntaxError: Illegal return statement
attempt("missing"); // expect: ReferenceError: missing is not defined
attempt("import 'x'"); // expect: SyntaxError: Cannot use import statement outside a module
let late = 1;
console.log(late); // expect: 1
try { (0, eval)("new.target"); } catch (error) { console.log((error as Error).name); } // expect: SyntaxError
