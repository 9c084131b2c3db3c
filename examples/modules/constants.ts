export const E = 2.718;
export const PI = 3.142;
