const seen: any[] = [];
const tag = (strings: any) => (seen.push(strings), strings);
for (let i = 0; i < 2; i++) tag`same site`;
tag`same site`;
console.log(seen[0] === seen[1], seen[0] === seen[2], Object.isFrozen(seen[0]), Object.isFrozen(seen[0].raw), Array.isArray(seen[0])); // expect: true false true true true
console.log(Object.keys(seen[0]), seen[0].length, Object.getOwnPropertyDescriptor(seen[0], "raw")!.enumerable); // expect: [ '0' ] 1 false
