export function parameters(this: any, a: any, b = a, c = () => b, ...rest: any[]) {
  var a = 5;
  return arguments.length + rest.length + a + c();
}
export const arrow = (x: any) => () => [this, x];
