const a = 1 b; // expect syntax error: Unexpected identifier 'b'
