// Captured variables live in environments, the others in registers.
export function counter(start: number) {
  let count = start, unused = 1;
  const add = (n: number) => { count += n; return () => count; };
  {
    let inner = add(2);
    var hidden = () => inner;
  }
  return [add, hidden, unused];
}
