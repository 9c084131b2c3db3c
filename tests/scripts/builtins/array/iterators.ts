const a = ["x", "y"];
console.log([...a.keys()], [...a.values()], [...a.entries()], [...[, 1].keys()], a[Symbol.iterator] === a.values); // expect: [ 0, 1 ] [ 'x', 'y' ] [ [ 0, 'x' ], [ 1, 'y' ] ] [ 0, 1 ] true
const it = a.entries();
console.log(it.next(), it.next(), it.next(), it.next(), it[Symbol.toStringTag as any]); // expect: { value: [ 0, 'x' ], done: false } { value: [ 1, 'y' ], done: false } { value: undefined, done: true } { value: undefined, done: true } Array Iterator
const grow = [1];
const g = grow[Symbol.iterator]();
g.next();
grow.push(2);
console.log(g.next(), g.next(), (grow.push(3), g.next())); // expect: { value: 2, done: false } { value: undefined, done: true } { value: undefined, done: true }
