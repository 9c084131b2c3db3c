const a: any = [1, 2, 3];
Object.defineProperty(a, 1, { get: () => "computed", enumerable: true, configurable: true });
console.log(a[1], a.length, a.map((x: any) => x), a.indexOf("computed"), JSON.stringify(a), [...a]); // expect: computed 3 [ 1, 'computed', 3 ] 1 [1,"computed",3] [ 1, 'computed', 3 ]
a.push(4);
console.log(a.length, a.slice(1), a.join("-")); // expect: 4 [ 'computed', 3, 4 ] 1-computed-3-4
