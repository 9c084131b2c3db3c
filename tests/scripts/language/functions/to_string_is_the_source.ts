function add(a: any, b: any) { return a + b; }
console.log(String(add).startsWith("function add(a"), (() => 1).toString(), Math.max.toString()); // expect: true () => 1 function max() { [native code] }
console.log({ m() { return 1; } }.m.toString(), String(class A { x = 1; })); // expect: m() { return 1; } class A { x = 1; }
