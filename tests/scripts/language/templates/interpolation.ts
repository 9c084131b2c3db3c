const a = 1, b = "two";
console.log(`${a} and ${b}, ${a + 1}${b}`, `${`nested ${`deep ${a}`}`}`, ``, `$`, `$ {a}`, `\${a}`, `{${a}}`); // expect: 1 and two, 2two nested deep 1  $ $ {a} ${a} {1}
const lines = `line one
line two	tab \t \x41 \u0042 \u{43} \
joined`;
console.log(lines); // expect: line one
// expect: line two	tab 	 A B C joined
