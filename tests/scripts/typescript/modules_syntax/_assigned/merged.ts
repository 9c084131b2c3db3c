function fn(x: number) {
  return x + fn.offset;
}
namespace fn {
  export let offset = 10;
  export type T = number;
}
export = fn;
