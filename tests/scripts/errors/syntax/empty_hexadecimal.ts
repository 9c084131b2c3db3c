const a = 0x; // expect syntax error:
