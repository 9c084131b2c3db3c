const call = (f: any, x: any) => f(x);
const fs: any[] = [(x: number) => x + 1, Math.abs, String, (x: any) => [x], class { static s = 1; }.toString.bind("b"), Number.prototype.toFixed.bind(5)];
for (let i = 0; i < 2; i++) console.log(fs.map((f) => { try { return call(f, -3); } catch (e) { return (e as Error).name; } }).join("|")); // expect: -2|3|-3|-3|TypeError|RangeError
// expect: -2|3|-3|-3|TypeError|RangeError
