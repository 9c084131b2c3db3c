const enum Flag { None, A = 1 << 0, B = 1 << 1, Both = A | B, Text = "text" }
enum Computed { Length = "abc".length }
namespace Shapes.Round {
  export const pi = 3;
  export function area(r: number) { return pi * r * r; }
}
namespace Shapes.Round {
  export let twice = pi * 2;
}
import round = Shapes.Round;
console.log(Flag.Both, Flag.Text, Computed.Length, round.area(2));
