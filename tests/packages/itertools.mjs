import * as it from "itertools";

console.log([...it.chain([1], [2, 3])], [...it.islice(it.count(5, 2), 3)], [...it.zipLongest([1, 2], ["a"], "-")]);
console.log([...it.permutations([1, 2, 3], 2)].length, it.groupBy([1, 1, 2, 3, 3], (x) => x % 2 ? "odd" : "even"));
console.log(it.sum([1, 2, 3]), it.max([3, 9, 2]), [...it.chunked([1, 2, 3, 4, 5], 2)], [...it.flatmap([1, 2], (x) => [x, -x])]);
console.log([...it.pairwise([1, 2, 3])], it.partition([1, 2, 3, 4], (x) => x % 2 === 0), [...it.uniqueEverseen([3, 1, 3, 2, 1])]);
console.log([...it.takewhile([1, 2, 9, 1], (x) => x < 5)], [...it.islice(it.cycle("ab"), 5)], it.compress("abcd", [true, false, true]));
console.log(it.every([1, 2], Boolean), [...it.roundrobin([1, 2], ["a"])], [...it.dupes([1, 2, 1])], it.sorted([3, 1, 2], (x) => -x, true));
