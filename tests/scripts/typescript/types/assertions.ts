const v: unknown = "text";
console.log((v as string).length, (<string>v).length, (v as any as number) + 1, v! === v, (v as string)!.length, [1, 2] as const, { a: 1 } as { a: number } as any); // expect: 4 4 text1 true 4 [ 1, 2 ] { a: 1 }
const o: any = { a: { b: [1, 2] } };
console.log(o!.a!.b![0]!, o.a!["b"].length, (o as { a: any }).a.b, <any>o.a === o.a); // expect: 1 2 [ 1, 2 ] true
let n = 1 as number | undefined;
n! += 5;
(n as number)++;
(o.a as any).b = 7;
console.log(n, o.a.b, n as number < 10, (n as number) > 3); // expect: 7 7 true true
