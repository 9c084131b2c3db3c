function f(...a = []) {} // expect syntax error: Rest parameter may not have a default initializer
