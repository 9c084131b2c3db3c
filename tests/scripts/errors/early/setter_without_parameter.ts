const o = {
  set a() {}, // expect syntax error: Setter must have exactly one formal parameter.
};
