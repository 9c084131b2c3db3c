const n = 10n; // expect syntax error: igInt
