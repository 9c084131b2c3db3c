const f = (n: any) => {
  if (n === 1) return "one";
  else if (n === 2) {
    return "two";
  } else if (!n) return "falsy";
  if (n) if (n > 10) return "big"; else return "dangling";
};
console.log(f(1), f(2), f(0), f(""), f(11), f(5), f(NaN)); // expect: one two falsy falsy big dangling falsy
