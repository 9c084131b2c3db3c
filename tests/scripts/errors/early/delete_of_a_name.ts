let a = 1;
delete a; // expect syntax error: Delete of an unqualified identifier in strict mode.
