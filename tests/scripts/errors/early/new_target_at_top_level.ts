const t = new.target; // expect syntax error: new.target expression is not allowed here
