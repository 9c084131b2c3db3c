const f = (x: any) => {
  switch (x) {
    case "1": return "string";
    case 1: return "number";
    case NaN: return "never";
    case null: return "null";
    case undefined: return "undefined";
    case true: return "true";
    case -0: return "zero";
  }
  return "none";
};
console.log(["1", 1, NaN, null, undefined, true, 0, "x", new Number(1)].map(f).join(" ")); // expect: string number none null undefined true zero none none
