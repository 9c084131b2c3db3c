// A little stack machine that runs a loop and calls a function.
enum Op { Push, Add, Sub, Mul, Dup, Swap, JumpIfZero, Jump, Call, Return, Print, Halt }
type Instruction = readonly [op: Op, argument?: number];
class Machine {
  private readonly stack: number[] = [];
  private readonly returns: number[] = [];
  readonly output: string[] = [];
  steps = 0;
  constructor(private readonly code: readonly Instruction[]) {}
  private pop(): number {
    const value = this.stack.pop();
    if (value === undefined) throw new RangeError("stack is empty");
    return value;
  }
  run(pc = 0): this {
    for (;;) {
      const [op, argument = 0] = this.code[pc++] ?? [Op.Halt];
      this.steps++;
      switch (op) {
        case Op.Push: this.stack.push(argument); break;
        case Op.Add: this.stack.push(this.pop() + this.pop()); break;
        case Op.Sub: { const right = this.pop(); this.stack.push(this.pop() - right); break; }
        case Op.Mul: this.stack.push(this.pop() * this.pop()); break;
        case Op.Dup: { const top = this.pop(); this.stack.push(top, top); break; }
        case Op.Swap: { const [b, a] = [this.pop(), this.pop()]; this.stack.push(b, a); break; }
        case Op.JumpIfZero: if (this.pop() === 0) pc = argument; break;
        case Op.Jump: pc = argument; break;
        case Op.Call: this.returns.push(pc); pc = argument; break;
        case Op.Return: pc = this.returns.pop()!; break;
        case Op.Print: this.output.push(String(this.pop())); break;
        case Op.Halt: return this;
      }
    }
  }
}
// Squares of 5 to 1: a loop from 1 to 7, a function at 8.
const countdown: Instruction[] = [
  [Op.Push, 5],
  [Op.Dup], [Op.Call, 8], [Op.Push, 1], [Op.Sub], [Op.Dup], [Op.JumpIfZero, 12], [Op.Jump, 1],
  [Op.Dup], [Op.Mul], [Op.Print], [Op.Return],
  [Op.Halt],
];
const machine = new Machine(countdown).run();
console.log(machine.output.join(" "), machine.steps, Op[Op.Swap]); // expect: 25 16 9 4 1 56 Swap
try {
  new Machine([[Op.Add]]).run();
} catch (e) {
  console.log(String(e)); // expect: RangeError: stack is empty
}
