function f(a?: number = 1) {} // expect syntax error:
