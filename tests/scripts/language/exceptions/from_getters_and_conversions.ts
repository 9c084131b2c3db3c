const run = (f: () => unknown) => {
  try {
    f();
    return "none";
  } catch (e) {
    return e;
  }
};
const bad: any = { get g() { throw "getter"; }, set s(v: any) { throw "setter"; }, valueOf() { throw "valueOf"; } };
console.log(run(() => bad.g), run(() => { bad.s = 1; }), run(() => bad * 2), run(() => [1, 2].sort(() => { throw "compare"; }))); // expect: getter setter valueOf compare
console.log(run(() => JSON.stringify({ toJSON() { throw "toJSON"; } })), run(() => new (class { constructor() { throw "constructor"; } })())); // expect: toJSON constructor
console.log(run(() => [...{ [Symbol.iterator]() { throw "iterator"; } } as any]), run(() => ({ [bad]: 1 }))); // expect: iterator none
