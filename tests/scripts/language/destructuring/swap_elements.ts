const list = [1, 2, 3, 4, 5];
for (let i = 0, j = list.length - 1; i < j; i++, j--) [list[i], list[j]] = [list[j]!, list[i]!];
console.log(list); // expect: [ 5, 4, 3, 2, 1 ]
let [a, b] = [0, 1];
for (let i = 0; i < 20; i++) [a, b] = [b, a + b];
console.log(a, b); // expect: 6765 10946
