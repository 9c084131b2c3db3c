type Value = number | string | Value[] | ((...args: any[]) => any);
const read = (text: string): Value => {
  const parts = text.replaceAll("(", " ( ").replaceAll(")", " ) ").split(" ").filter((p) => p !== "");
  const next = (): Value => {
    const part = parts.shift();
    if (part === undefined) throw new SyntaxError("unexpected end");
    if (part === "(") {
      const list: Value[] = [];
      while (parts[0] !== ")") list.push(next());
      parts.shift();
      return list;
    }
    return Number.isNaN(Number(part)) ? part : Number(part);
  };
  return next();
};
class Env {
  private readonly names: Record<string, Value> = Object.create(null);
  constructor(private readonly outer?: Env, parameters: string[] = [], values: Value[] = []) {
    parameters.forEach((name, i) => (this.names[name] = values[i]!));
  }
  get(name: string): Value {
    if (name in this.names) return this.names[name]!;
    if (!this.outer) throw new ReferenceError(`${name} is not defined`);
    return this.outer.get(name);
  }
  set(name: string, value: Value) { this.names[name] = value; }
}
const run = (x: Value, env: Env): any => {
  if (typeof x === "string") return env.get(x);
  if (!Array.isArray(x)) return x;
  const [head, ...rest] = x;
  switch (head) {
    case "define": return env.set(rest[0] as string, run(rest[1]!, env));
    case "if": return run(rest[0]!, env) ? run(rest[1]!, env) : run(rest[2]!, env);
    case "lambda": return (...args: Value[]) => run(rest[1]!, new Env(env, rest[0] as string[], args));
    case "begin": return rest.map((r) => run(r, env)).at(-1);
    default: return run(head!, env)(...rest.map((r) => run(r, env)));
  }
};
const global = new Env();
for (const [name, f] of Object.entries({ "+": (a: number, b: number) => a + b, "-": (a: number, b: number) => a - b, "*": (a: number, b: number) => a * b, "<": (a: number, b: number) => a < b, list: (...a: any[]) => a })) global.set(name, f);
run(read("(begin (define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))))"), global);
console.log(run(read("(list (fact 10) (fib 15) ((lambda (x y) (+ x y)) 3 4))"), global)); // expect: [ 3628800, 610, 7 ]
try {
  run(read("(missing 1)"), global);
} catch (e) {
  console.log(String(e)); // expect: ReferenceError: missing is not defined
}
