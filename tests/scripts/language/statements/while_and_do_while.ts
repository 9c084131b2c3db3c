let n = 0;
while (n < 3) n++;
do n--; while (n > 1)
console.log(n); // expect: 1
do {
  n += 10;
  if (n > 25) break;
} while (true);
console.log(n); // expect: 31
while (false) console.log("never");
do console.log("once"); while (false); // expect: once
