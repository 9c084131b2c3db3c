const o: any = {
  valueOf() {
    throw new TypeError("no number"); // expect error: TypeError: no number
  },
};
console.log("start"); // expect: start
console.log(o * 2);
