const { f = () => {}, g = function () {}, h = class {} } = {} as any;
const [i = () => {}] = [] as any;
let j: any;
[j = () => {}] = [];
console.log(f.name, g.name, h.name, i.name, j.name); // expect: f g h i j
const { k = function named() {} } = {} as any;
console.log(k.name); // expect: named
