let a = 1;
[a + 1] = [2]; // expect syntax error: Invalid destructuring assignment target
