const a = 1 || 2 ?? 3; // expect syntax error: '??'
