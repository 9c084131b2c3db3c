enum Mixed { A = 1, B = "b", C = 3, D }
console.log(Mixed, Mixed[1], Mixed[4], Object.entries(Mixed).length); // expect: { '1': 'A', '3': 'C', '4': 'D', A: 1, B: 'b', C: 3, D: 4 } A D 7
