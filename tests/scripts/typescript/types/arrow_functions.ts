const a = (x: number): number => x + 1;
const b = (x?: number, y: string = "d"): string => `${x}${y}`;
const c = <T>(x: T): x is T => true;
const d = ({ p, q = 2 }: { p: number; q?: number }, [r]: number[] = [3]): number[] => [p, q, r!];
const e = (f: (x: number) => string): string => f(1);
const g = (x: any): asserts x => {};
const h = (cond: boolean) => cond ? (x: number): number => x : (y: number) => y * 2;
console.log(a(1), b(), b(1, "z"), c(1), d({ p: 1 }), e((x): string => `got ${x}`), g(1), h(true)(5), h(false)(5)); // expect: 2 undefinedd 1z true [ 1, 2, 3 ] got 1 undefined 5 10
const i = (cond: any, x: any) => cond ? (x) : (y: any) => y;
console.log(i(1, "x"), i(0, 1)("y")); // expect: x y
