// A chain ends as a whole.
export function chains(a: any, k: any) {
  a?.b.c?.(k)[k];
  delete a?.b;
  a.b ??= k;
  a[k] ||= 1;
  return (a?.b)(a?.[k]);
}
