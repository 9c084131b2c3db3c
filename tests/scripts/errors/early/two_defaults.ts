export default 1;
export default 2; // expect syntax error: Duplicate export of 'default'
