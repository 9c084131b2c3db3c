function f(a, b, a) {} // expect syntax error: Duplicate parameter name not allowed in this context
