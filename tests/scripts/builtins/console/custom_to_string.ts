// %s uses a toString of the user's own class; plain logging does not.
class A { toString() { return "custom"; } }
console.log(new A()); // expect: A {}
console.log("%s", new A()); // expect: custom
console.log("%s", { toString: () => "own" }); // expect: own
console.log(`${new A()}`); // expect: custom
