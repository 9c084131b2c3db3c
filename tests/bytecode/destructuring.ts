// Values go where they belong without a detour; an iterator is closed when something throws.
export function destructuring({ a, b = 2, ...others }: any, [c, , d = a, ...rest]: any) {
  let x, y;
  [x, y] = [c, d];
  ({ [x]: y.z, length: x = b } = rest);
  return [x, y, others];
}
