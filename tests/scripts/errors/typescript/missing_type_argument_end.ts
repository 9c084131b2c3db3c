const m = new Map<string, number([]); // expect syntax error:
