import { a } from "./_commonjs/old.cjs"; // expect syntax error: The requested module './_commonjs/old.cjs' is a CommonJS module; only ECMAScript modules run here
console.log(a);
