try {
  throw new TypeError("wrong", { cause: "a cause" });
} catch ({ name, message, cause = "none", length = 7 }: any) {
  console.log(name, message, cause, length); // expect: TypeError wrong a cause 7
}
try {
  throw [1, 2, 3];
} catch ([first, ...others]: any) {
  console.log(first, others); // expect: 1 [ 2, 3 ]
}
