const f = async () => 1; // expect syntax error: sync
