let i = 0;
for (;;) {
  if (i++ > 2) break;
}
console.log(i); // expect: 4
for (; i < 6; ) i++;
console.log(i); // expect: 6
for (let a = 0, b = 5; a < b; a++, b--) i += a * b;
console.log(i); // expect: 16
for (var v = 0; v < 2; v++);
console.log(v); // expect: 2
