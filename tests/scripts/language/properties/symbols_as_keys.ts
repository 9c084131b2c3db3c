const a = Symbol("a"), b = Symbol("b");
const o: any = { [a]: 1, x: 2, [b]: 3 };
console.log(o[a], Object.keys(o), JSON.stringify(o), Object.getOwnPropertySymbols(o).map(String), a in o); // expect: 1 [ 'x' ] {"x":2} [ 'Symbol(a)', 'Symbol(b)' ] true
for (const k in o) console.log(k); // expect: x
delete o[a];
console.log(o, { ...o }, Object.assign({}, o)[b]); // expect: { x: 2, [Symbol(b)]: 3 } { x: 2, [Symbol(b)]: 3 } 3
