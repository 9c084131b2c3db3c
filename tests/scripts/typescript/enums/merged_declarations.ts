enum E { A, B }
enum E { C = 2 }
const before = E;
enum E { D = C + 1 }
console.log(E.A, E.C, E.D, before === E, E[3], Object.keys(E).length); // expect: 0 2 3 true D 8
