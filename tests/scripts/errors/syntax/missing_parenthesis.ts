console.log("a"; // expect syntax error:
