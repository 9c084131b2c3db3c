export let count = 0;
export const history: number[] = [];
export function up() {
  history.push(++count);
}
