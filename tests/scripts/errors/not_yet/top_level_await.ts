const a = await 1; // expect syntax error: wait
