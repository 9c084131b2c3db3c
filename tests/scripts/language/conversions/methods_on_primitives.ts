console.log((5).toFixed(1), 5..toString(), "abc".length, "abc"[1], true.toString()); // expect: 5.0 5 3 b true
// In strict code `this` of a method on a primitive stays primitive.
(Number.prototype as any).kind = function () { return typeof this; };
(String.prototype as any).twice = function () { return this + this; };
console.log((5 as any).kind(), ("ab" as any).twice()); // expect: number abab
delete (Number.prototype as any).kind;
delete (String.prototype as any).twice;
