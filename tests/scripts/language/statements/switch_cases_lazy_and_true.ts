const grade = (n: number) => {
  switch (true) {
    case n >= 90: return "A";
    case n >= 80: return "B";
    default: return "C";
  }
};
console.log(grade(95), grade(85), grade(10)); // expect: A B C
switch (0 as any) {}
switch (1) { case 1: }
let hits = 0;
switch (1) { case 1: case (hits++, 2): }
console.log(hits); // expect: 0
