const a = 1;
return a; // expect syntax error: Illegal return statement
