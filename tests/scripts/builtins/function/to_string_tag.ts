console.log(String(parseInt), String(Math.max), Object.prototype.toString.call(class {}), `${Symbol}`); // expect: function parseInt() { [native code] } function max() { [native code] } [object Function] function Symbol() { [native code] }
console.log([].map.toString(), (() => {}).bind(null).toString()); // expect: function map() { [native code] } function () { [native code] }
