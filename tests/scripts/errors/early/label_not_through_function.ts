outer: for (;;) {
  const f = () => {
    break outer; // expect syntax error: Undefined label 'outer'
  };
}
