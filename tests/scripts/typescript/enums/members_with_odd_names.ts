enum Odd { "with space" = 1, "a-b", default, class = 10, length }
console.log(Odd["with space"], Odd["a-b"], Odd.default, Odd.class, Odd.length, Odd[2]); // expect: 1 2 3 10 11 a-b
enum Empty {}
console.log(Empty, Object.keys(Empty).length); // expect: {} 0
