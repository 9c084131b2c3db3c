// A local that a later operand assigns is copied first.
export function order(a: any, f: any) {
  const first = a + (a = 1);
  const second = a + a++;
  f(a, a = 2);
  f.x[a] = a = 3;
  a += a = 4;
  return first + second;
}
