// An alias that is only used as a type does not make its import or namespace a value.
import { Types, Values } from "./_aliased";
import Shape = Types.Shape;
import Inner = Values.Inner;
import Unused = Values.Inner;
import value = Inner.value;
const shape: Shape = { sides: 3 };
console.log(shape, value); // expect: { sides: 3 } 7
namespace Local {
  export const deep = { n: 1 };
}
namespace User {
  import alias = Local.deep;
  import type_ = Types.Shape;
  export const seen = () => alias.n;
  export type Again = type_;
}
console.log(User.seen()); // expect: 1
import kept = Local.deep;
export { kept };
import * as self from "./unused_aliases_use_nothing";
console.log(Object.keys(self), self.kept === Local.deep); // expect: [ 'kept' ] true
