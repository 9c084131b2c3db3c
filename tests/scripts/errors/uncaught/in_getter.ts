const o = {
  get bad() {
    throw new SyntaxError("from a getter"); // expect error: SyntaxError: from a getter
  },
};
o.bad;
