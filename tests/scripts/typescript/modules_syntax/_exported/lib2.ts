const log: string[] = [];
const dec = (v: any, c: any): any => { log.push(c.kind + ":" + String(c.name)) };
export default @dec class { v = 1; @dec m() {} }
@dec export class Second { @dec static x = 1 }
export @dec class Third {}
export const run = () => log.join();
const anon = @dec class {}; const obj = { key: @dec class {}, ["c" + 1]: @dec class {} }; let x; x = @dec class {}; const { y = @dec class {} } = {} as any;
