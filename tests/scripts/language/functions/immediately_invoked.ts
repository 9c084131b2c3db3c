console.log((function () { return "function"; })(), (() => "arrow")(), (function (a: number) { return a * 2; })(4)); // expect: function arrow 8
console.log(new (class { x = 1; })().x, void (function () {})(), !(function () { return 0; })()); // expect: 1 undefined true
