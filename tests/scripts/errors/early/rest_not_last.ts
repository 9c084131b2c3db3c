function f(...a, b) {} // expect syntax error: Rest parameter must be last formal parameter
