const a: any = [10, 20];
a[-1] = "minus";
a[1.5] = "float";
a["1"] = "one";
a["01"] = "leading zero";
a[2 ** 32] = "too big";
console.log(a.length, a[1], a["-1"], a[-1], a[1.5], Object.keys(a)); // expect: 2 one minus minus float [ '0', '1', '-1', '1.5', '01', '4294967296' ]
