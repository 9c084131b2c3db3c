const o: any = {};
o[1] = "one";
o["1.5"] = "x";
o[true as any] = "t";
o[null as any] = "n";
o[undefined as any] = "u";
o[-0] = "zero";
o[1e21] = "big";
o[[1, 2] as any] = "list";
o[0.1] = "f";
console.log(o); // expect: {
// expect:   '0': 'zero',
// expect:   '1': 'one',
// expect:   '1.5': 'x',
// expect:   true: 't',
// expect:   null: 'n',
// expect:   undefined: 'u',
// expect:   '1e+21': 'big',
// expect:   '1,2': 'list',
// expect:   '0.1': 'f'
// expect: }
console.log(o["0"], o["1e+21"], o["1,2"], o[.1], o["01"]); // expect: zero big list f undefined
