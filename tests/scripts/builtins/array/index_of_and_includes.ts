const a = [1, NaN, , "1", undefined, 1];
console.log(a.indexOf(1), a.lastIndexOf(1), a.indexOf(NaN), a.includes(NaN), a.indexOf(undefined), a.includes(undefined), a.indexOf("1"), a.indexOf(9)); // expect: 0 5 -1 true 4 true 3 -1
console.log(a.indexOf(1, 1), a.indexOf(1, -1), a.indexOf(1, -100), a.indexOf(1, 100), a.lastIndexOf(1, -2), a.lastIndexOf(1, 0), a.includes(1, -1), [-0].includes(0), [0].indexOf(-0)); // expect: 5 5 0 -1 0 0 true true 0
const o = {};
console.log([{}, o].indexOf(o), [[]].includes([] as any), ["ab"].indexOf("a" + "b")); // expect: 1 false 0
