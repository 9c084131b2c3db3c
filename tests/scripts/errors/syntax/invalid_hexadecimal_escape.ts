const a = "\xg0"; // expect syntax error: Invalid hexadecimal escape sequence
