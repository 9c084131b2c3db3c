const a = "\017"; // expect syntax error: Octal escape sequences are not allowed
