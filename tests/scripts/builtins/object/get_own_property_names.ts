console.log(Object.getOwnPropertyNames("ab"), Object.getOwnPropertyNames([1, 2]), Object.getOwnPropertyNames(function f(a: any) {})); // expect: [ '0', '1', 'length' ] [ '0', '1', 'length' ] [ 'length', 'name', 'prototype' ]
console.log(Object.getOwnPropertyNames({ b: 1, 1: 1, [Symbol()]: 1, a: 1 }), Object.getOwnPropertyNames(Object.defineProperty({}, "h", { value: 1 }))); // expect: [ '1', 'b', 'a' ] [ 'h' ]
console.log(Object.getOwnPropertyNames(class { static s = 1; static m() {} })); // expect: [ 'length', 'name', 'prototype', 'm', 's' ]
