module Foo {
  export const x = 1;
  export module Bar {
    export const y = 2;
  }
}
module A.B {
  export const z = 3;
}
console.log(Foo, A); // expect: { x: 1, Bar: { y: 2 } } { B: { z: 3 } }
