console.log(new Error(5 as any).message, new Error(null as any).message, new Error(undefined).message === "", new Error({ toString: () => "t" } as any).message); // expect: 5 null true t
try {
  new Error(Symbol("s") as any);
} catch (e) {
  console.log(String(e)); // expect: TypeError: Cannot convert a Symbol value to a string
}
