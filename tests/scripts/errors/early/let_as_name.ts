let let = 1; // expect syntax error: let
