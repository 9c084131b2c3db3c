const bare = Object.create(null);
bare.x = 1;
console.log(bare, Object.create({}), Object.create({ inherited: 1 }), Object.create(Object.create(null))); // expect: [Object: null prototype] { x: 1 } {} {} Object <[Object: null prototype] {}> {}
class A { x = 1; }
console.log(Object.create(A.prototype), A.prototype, Object.create(new A()), Object.setPrototypeOf({ y: 1 }, A.prototype)); // expect: A {} {} A {} A { y: 1 }
console.log(Object.prototype, Function.prototype, Array.prototype); // expect: [Object: null prototype] {} [Function (anonymous)] Object Object(0) []
