const o: any = Object.create(null);
o.x = 1;
console.log(o, o.toString, "hasOwnProperty" in o, Object.hasOwn(o, "x"), o.__proto__); // expect: [Object: null prototype] { x: 1 } undefined false true undefined
o.__proto__ = "just a key";
console.log(Object.keys(o), Object.getPrototypeOf(o)); // expect: [ 'x', '__proto__' ] null
