{
  import "./_x.ts"; // expect syntax error:
}
