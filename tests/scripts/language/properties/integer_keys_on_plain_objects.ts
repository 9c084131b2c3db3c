const o: any = {};
for (let i = 10; i > 0; i--) o[i * 7] = i;
console.log(Object.keys(o).join(), o[7], o["14"], o[7.0], o["7.0"], o[-1]); // expect: 7,14,21,28,35,42,49,56,63,70 1 2 1 undefined undefined
delete o[14];
o[4294967295] = "not an index";
o[1e9] = "big";
o.length = 3;
console.log(Object.keys(o).join(), 14 in o); // expect: 7,21,28,35,42,49,56,63,70,1000000000,4294967295,length false
