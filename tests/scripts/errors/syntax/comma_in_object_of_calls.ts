console.log({ a: 1 b: 2 }); // expect syntax error: Unexpected identifier 'b'
