const dec = (..._: any[]): any => {};
const f = (@dec x: number) => x; // expect syntax error: Decorators are not valid here
