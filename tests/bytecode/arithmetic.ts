// Constants fold, small operands stand in the instruction, locals are used where they are.
export function arithmetic(a: number, b: number) {
  const seconds = 60 * 60 * 24;
  let x = a + b * 2 - seconds;
  x += 1;
  x++;
  x = x << 3 | b & 0xff;
  return (-x) ** 2 + ("a" + "b" + x);
}
