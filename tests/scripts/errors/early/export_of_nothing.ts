const a = 1;
export { missing }; // expect syntax error: Export 'missing' is not defined in module
