const o = {};
console.log(o === o, {} === ({} as any), NaN === NaN, 0 === -0, null === (undefined as any)); // expect: true false false true false
console.log("a" === "a", "1" === (1 as any), "ab" === "a" + "b", true === (1 as any)); // expect: true false true false
const half = "x".repeat(50);
console.log(half + half === "x".repeat(100), half + half === "x".repeat(99) + "y", Symbol("s") === (Symbol("s") as any)); // expect: true false false
