let f: any;
f ??= () => {};
let g: any = 1;
g &&= function () {};
let h: any;
h ||= class {};
console.log(f.name, g.name, h.name); // expect: f g h
