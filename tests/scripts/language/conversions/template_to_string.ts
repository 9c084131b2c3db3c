console.log(`${1} ${-0} ${null} ${undefined} ${[1, [2]]} ${{}} ${() => 1} ${NaN} ${1e21} ${true}`); // expect: 1 0 null undefined 1,2 [object Object] () => 1 NaN 1e+21 true
const d: any = { toString: () => "to string", valueOf: () => "value of" };
console.log(`${d}`, "" + d, d + "", [d, d].join(), String(d), "".concat(d)); // expect: to string value of value of to string,to string to string to string
