const a = "\u12"; // expect syntax error: Invalid Unicode escape sequence
