const f = (): { a: number } => { return { a: 1 }; };
const g = (): { a: number } => ({ a: 2 });
function h(): { a: number; b: string }[] { return []; }
const i = function <T>(this: unknown, t: T): T { return t; };
const j = { m<T>(x: T): T { return x; }, async: <T,>(x: T) => x, get v(): number { return 1; }, set v(n: number) {}, ["c"](): void {} };
console.log(f(), g(), h(), i(3), j.m(4), j.async(5), j.v); // expect: { a: 1 } { a: 2 } [] 3 4 5 1
