declare enum Outside { A = 1 }
declare const enum OutsideConst { B = 2 }
console.log(typeof Outside); // expect: undefined
