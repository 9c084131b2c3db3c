console.log("a".localeCompare("b"), "b".localeCompare("a"), "a".localeCompare("a"), "a" < "B", "a" < "b"); // expect: -1 1 0 false true
console.log(["b", "a", "c"].sort((x, y) => x.localeCompare(y)), "abc".localeCompare("abd") < 0, "".localeCompare("a") < 0); // expect: [ 'a', 'b', 'c' ] true true
