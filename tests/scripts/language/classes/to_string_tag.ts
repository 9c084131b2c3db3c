class A {
  get [Symbol.toStringTag]() {
    return "Custom";
  }
}
console.log(String(new A()), Object.prototype.toString.call(new A()), `${{ [Symbol.toStringTag]: "T" }}`); // expect: [object Custom] [object Custom] [object T]
console.log(Object.prototype.toString.call(null), Object.prototype.toString.call([]), Object.prototype.toString.call(() => 1)); // expect: [object Null] [object Array] [object Function]
console.log([1, "s", true, undefined, Symbol(), new Map(), Math, JSON, new Error("e")].map((v) => Object.prototype.toString.call(v)).join(" ")); // expect: [object Number] [object String] [object Boolean] [object Undefined] [object Symbol] [object Map] [object Math] [object JSON] [object Error]
