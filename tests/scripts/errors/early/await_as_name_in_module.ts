const await = 1; // expect syntax error: Unexpected reserved word
