// Beyond the depth shown, an iterator over entries has its own name; %s of a proxy of a function is the function's text.
console.log({ a: { b: { c: new Map([[1, 2]]).entries(), d: new Map([[1, 2]]).keys() } } });
// expect: {
// expect:   a: { b: { c: [Object [Map Iterator]], d: [Object [Map Iterator]] } }
// expect: }
console.log("%s", new Proxy(() => 1, {})); // expect: function () { [native code] }
const error = new SuppressedError(1, [2], "both");
error.stack = "SuppressedError: both";
console.log(error); // expect: [SuppressedError: both] { [error]: 1, [suppressed]: [ 2 ] }
console.log([error]); // expect: [ [SuppressedError: both] { [error]: 1, [suppressed]: [ 2 ] } ]
