const a = [1, , 3];
console.log(a.map((x) => x).length, 1 in a.map((x) => x), a.filter(() => true), a.includes(undefined), a.indexOf(undefined), a.join("-"), [...a], a.reverse(), a.concat([, 4])); // expect: 3 false [ 1, 3 ] true -1 1--3 [ 1, undefined, 3 ] [ 3, <1 empty item>, 1 ] [ 3, <1 empty item>, 1, <1 empty item>, 4 ]
const log: any[] = [];
for (const k in a) log.push(k);
a.forEach((_, i) => log.push(i));
console.log(log, a.entries().next(), a.keys().next(), a.lastIndexOf(1), a.every((x) => x), Object.entries(a)); // expect: [ '0', '2', 0, 2 ] { value: [ 0, 3 ], done: false } { value: 0, done: false } 2 true [ [ '0', 3 ], [ '2', 1 ] ]
