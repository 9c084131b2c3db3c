enum Op { Add = "+", Sub = "-" }
const run = (op: Op, a: number, b: number): number => {
  switch (op) {
    case Op.Add: return a + b;
    case Op.Sub: return a - b;
  }
};
const names: Record<Op, string> = { [Op.Add]: "plus", [Op.Sub]: "minus" };
console.log(run(Op.Add, 1, 2), run(Op.Sub, 1, 2), names[Op.Sub], Object.values(Op).map((op) => names[op])); // expect: 3 -1 minus [ 'plus', 'minus' ]
