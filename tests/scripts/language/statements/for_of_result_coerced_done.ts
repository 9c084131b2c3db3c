const iterable = (...results: any[]): any => ({ [Symbol.iterator]: () => ({ next: () => results.shift() }) });
console.log([...iterable({ value: 1 }, { value: 2, done: 0 }, { done: "yes", value: 3 })]); // expect: [ 1, 2 ]
console.log([...iterable({}, { done: true })]); // expect: [ undefined ]
