case 1: // expect syntax error: Unexpected token 'case'
