const r = /a+/g; // expect syntax error: egular expression
