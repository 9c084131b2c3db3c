// The lines of a stack without the folder of this file.
function lines(e: any): string {
  return e.stack.split("\n").map((line: string) => line.trim().replaceAll(here, "")).join(" | ");
}
const first = new Error().stack!.split("\n")[1];
const here = first.slice(first.indexOf("at ") + 3, first.indexOf("stack.ts:"));
function plain() { return new Error("in plain"); }
class Shape {
  error = new Error("in field");
  method() { return new Error("in method"); }
  static make() { return new Error("in static"); }
  get accessor() { return new Error("in getter"); }
}
class Round extends Shape { method() { return super.method(); } }
const literal = { arrow: () => new Error("in arrow"), named() { return new Error("in named"); } };

console.log(lines(plain())); // expect: Error: in plain | at plain (stack.ts:7:27) | at stack.ts:17:19
console.log(lines(new Shape().error)); // expect: Error: in field | at new Shape (stack.ts:9:11) | at stack.ts:18:19
console.log(lines(new Round().method())); // expect: Error: in method | at Round.method (stack.ts:10:21) | at Round.method (stack.ts:14:53) | at stack.ts:19:31
console.log(lines(Shape.make())); // expect: Error: in static | at Shape.make (stack.ts:11:26) | at stack.ts:20:25
console.log(lines(literal.arrow()), lines(literal.named())); // expect: Error: in arrow | at Object.arrow (stack.ts:15:32) | at stack.ts:21:27 Error: in named | at Object.named (stack.ts:15:72) | at stack.ts:21:51
console.log(lines([1].map(() => new Error("called back"))[0])); // expect: Error: called back | at stack.ts:22:33 | at Array.map (<anonymous>) | at stack.ts:22:23
class Sub extends TypeError {}
console.log(lines(new Sub("constructors are left out"))); // expect: TypeError: constructors are left out | at stack.ts:24:19
try { (undefined as any).x; } catch (e) { console.log(lines(e)); } // expect: TypeError: Cannot read properties of undefined (reading 'x') | at stack.ts:25:26
try { JSON.parse("{"); } catch (e) { console.log(lines(e)); } // expect: SyntaxError: Expected property name or '}' in JSON at position 1 | at JSON.parse (<anonymous>) | at stack.ts:26:12
