const calls: string[] = [];
const d = (name: string) => (calls.push(name), name);
const { a = d("a"), b = d("b"), c = d("c"), e = d("e") } = { a: null, b: undefined, c: 0 } as any;
console.log(a, b, c, e, calls); // expect: null b 0 e [ 'b', 'e' ]
const [x = d("x"), y = d("y")] = [, false] as any[];
console.log(x, y, calls); // expect: x false [ 'b', 'e', 'x' ]
