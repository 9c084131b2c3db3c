console.log([1, 2, 3, 4, 5, 6]); // expect: [ 1, 2, 3, 4, 5, 6 ]
console.log([1, 2, 3, 4, 5, 6, 7]); // expect: [
// expect:   1, 2, 3, 4,
// expect:   5, 6, 7
// expect: ]
console.log(Array.from({ length: 30 }, (_, i) => i * i)); // expect: [
// expect:     0,   1,   4,   9,  16,  25,  36,  49,
// expect:    64,  81, 100, 121, 144, 169, 196, 225,
// expect:   256, 289, 324, 361, 400, 441, 484, 529,
// expect:   576, 625, 676, 729, 784, 841
// expect: ]
console.log(Array.from({ length: 12 }, (_, i) => "item" + i)); // expect: [
// expect:   'item0',  'item1',
// expect:   'item2',  'item3',
// expect:   'item4',  'item5',
// expect:   'item6',  'item7',
// expect:   'item8',  'item9',
// expect:   'item10', 'item11'
// expect: ]
console.log(["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"]); // expect: [
// expect:   'a',       'bb',
// expect:   'ccc',     'dddd',
// expect:   'eeeee',   'ffffff',
// expect:   'ggggggg'
// expect: ]
console.log([1.5, 22.25, 3, -4, 5, 6, 70000, 8]); // expect: [
// expect:     1.5, 22.25, 3,
// expect:      -4,     5, 6,
// expect:   70000,     8
// expect: ]
