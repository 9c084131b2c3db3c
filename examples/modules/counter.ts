export let count = 0;
export const history: number[] = [];

export function increment(by = 1): void {
  count += by;
  history.push(count);
}
