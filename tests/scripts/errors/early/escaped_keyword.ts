v\u0061r x = 1; // expect syntax error: Keyword must not contain escaped characters
