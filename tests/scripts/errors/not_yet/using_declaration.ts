{
  using a = null; // expect syntax error: using
}
