while (false) function f() {} // expect syntax error: In strict mode code, functions can only be declared at top level or inside a block.
