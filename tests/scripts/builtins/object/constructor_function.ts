console.log(Object(), Object(null), Object(5) instanceof Number, new Object({ a: 1 }), Object("s").length, typeof Object(Symbol())); // expect: {} {} true { a: 1 } 1 object
class A extends Object {}
console.log(new A(), Object.length, Object.name, Object.getPrototypeOf(Object) === Function.prototype); // expect: A {} 1 Object true
