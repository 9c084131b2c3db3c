let a, b, c;
a = b = c = 5;
console.log(a, b, c, (a = 7), a); // expect: 5 5 5 7 7
const o: any = {};
console.log((o.x = o.y = 3), o, (o["z"] = [1])[0]); // expect: 3 { y: 3, x: 3, z: [ 1 ] } 1
