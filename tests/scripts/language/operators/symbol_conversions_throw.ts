const s: any = Symbol("s");
for (const f of [() => s + "", () => `${s}`, () => +s, () => s * 2, () => s < 1, () => s | 0, () => "" + s]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Cannot convert a Symbol value to a string
    // expect: TypeError: Cannot convert a Symbol value to a string
    // expect: TypeError: Cannot convert a Symbol value to a number
    // expect: TypeError: Cannot convert a Symbol value to a number
    // expect: TypeError: Cannot convert a Symbol value to a number
    // expect: TypeError: Cannot convert a Symbol value to a number
    // expect: TypeError: Cannot convert a Symbol value to a string
  }
}
console.log(String(s), s.toString(), s.description, !s, s == s, [s].length); // expect: Symbol(s) Symbol(s) s false true 1
