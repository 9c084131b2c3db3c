// Every way out of a try goes through its finally.
export function ways(f: any, list: any[]) {
  for (const x of list) {
    try {
      if (x) continue;
      if (f(x)) return x;
    } catch (error) {
      f(error);
      break;
    } finally {
      f();
    }
  }
}
