console.log("a"; // expect syntax error: missing ) after argument list
