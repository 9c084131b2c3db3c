const [...a, b] = [1]; // expect syntax error: Rest element must be last element
