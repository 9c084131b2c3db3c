const s = "abcdef";
console.log(s.slice(2), s.slice(-2), s.slice(1, -1), s.slice(4, 2) === "", s.slice(NaN, 2), s.slice(-99, 99), s.slice(undefined, 1)); // expect: cdef ef bcde true ab abcdef a
console.log(s.substring(2), s.substring(4, 2), s.substring(-5, 2), s.substring(NaN, 3), s.substring(99) === "", s.substring(1, undefined)); // expect: cdef cd ab abc true bcdef
console.log(s.substr(2), s.substr(-3, 2), s.substr(1, 2), s.substr(2, -1) === "", s.substr(-99, 2)); // expect: cdef de bc true ab
const long = "x".repeat(100) + "END";
console.log(long.slice(-3), long.slice(98, 102), ("a" + long).substring(100).length); // expect: END xxEN 4
