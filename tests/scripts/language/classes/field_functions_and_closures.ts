const makers = [1, 2, 3].map((n) => class { value = n; static made = 0; constructor() { (new.target as any).made++; } });
console.log(makers.map((M) => new M().value), makers.map((M) => (new M(), M.made))); // expect: [ 1, 2, 3 ] [ 2, 2, 2 ]
