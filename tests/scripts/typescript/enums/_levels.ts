export enum Level {
  low = 1,
  high = low << 4,
}
export const base = 100;
