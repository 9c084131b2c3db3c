async function f() { // expect syntax error: sync
  return 1;
}
