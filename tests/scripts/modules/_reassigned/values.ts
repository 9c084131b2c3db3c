export const { a, ...rest } = { a: 1, c: 3, d: 4 };
export const [b] = [2];
export let total = 0;
export const add = (n: number) => { for (let i = 0; i < n; i++) total += i; };
