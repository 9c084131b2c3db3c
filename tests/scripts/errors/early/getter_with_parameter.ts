const o = {
  get a(b) { // expect syntax error: Getter must not have any formal parameters.
    return 1;
  },
};
