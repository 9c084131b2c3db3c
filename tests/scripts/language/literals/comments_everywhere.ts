/* block */ const a /* name */ = /* value */ 1; // line
/** doc
 * multi line */
console.log(/* one */ a /* two */, /**/ 2 /***/); /* after */ console.log("same line"); // expect: 1 2
// expect: same line
const b = 1 /* newline inside
counts as one */ console.log(b); // expect: 1
