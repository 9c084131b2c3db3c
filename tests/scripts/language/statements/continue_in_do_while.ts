// continue jumps to the test, not to the top.
let n = 0, tests = 0;
do {
  n++;
  if (n < 5) continue;
  break;
} while (tests++ < 10);
console.log(n, tests); // expect: 5 4
label: do {
  for (;;) continue label;
} while (n++ < 7);
console.log(n); // expect: 8
