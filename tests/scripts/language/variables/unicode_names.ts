const größe = 3;
const \u0061bc = 4;
const 变量 = größe + abc;
const $ = "dollar", _ = "underscore";
console.log(größe, abc, 变量, $, _); // expect: 3 4 7 dollar underscore
const o = { \u0062: 1, ünï: 2 };
console.log(o.b, o["ünï"], o); // expect: 1 2 { b: 1, 'ünï': 2 }
