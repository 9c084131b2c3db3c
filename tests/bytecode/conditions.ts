// Comparisons jump by themselves.
export function conditions(a: any, b: any) {
  if (a < b && a !== null || !(b >= 10)) return 1;
  if (a == null) return 2;
  if (b !== undefined && 5 < b) return 3;
  while (a < 100000) a = a * 2;
  do b--; while (b > 0);
  return a ? b : a || b;
}
