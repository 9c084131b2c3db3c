let caught = 0, sum = 0;
for (let i = 0; i < 1000; i++) {
  try {
    if (i % 3 === 0) throw i;
    sum += i;
  } catch (e) {
    caught++;
    sum -= e as number;
  }
}
console.log(caught, sum); // expect: 334 165834
