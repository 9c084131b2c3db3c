const table: number[] = [];
for (let i = 0; i < 500; i++) table.push(i);
const f = (n: number) => {
  switch (n) {
    case 0: return "zero"; case 1: return "one"; case 2: return "two"; case 3: return "three"; case 4: return "four";
    case 1e9: return "billion"; case -1: return "minus one"; case 0.5: return "half"; case 2 ** 40: return "big";
  }
  return "?";
};
console.log([0, 4, 1e9, -1, 0.5, 2 ** 40, 99].map(f).join(), table.length); // expect: zero,four,billion,minus one,half,big,? 500
