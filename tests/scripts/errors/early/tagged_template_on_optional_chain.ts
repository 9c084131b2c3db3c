const o = {};
o?.a`x`; // expect syntax error: Invalid tagged template on optional chain
