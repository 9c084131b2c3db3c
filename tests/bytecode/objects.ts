// Plain properties at once, the rest one by one.
export const object = (x: any, y: any) => ({
  x, y: 1, method() { return x; }, ...y, [x]: function () {}, get z() { return 1; }, 17: "index", __proto__: null,
});
export const array = (x: any) => [1, x, , ...x, 2];
export const text = (x: any, y: any) => `${x} and ${y}`;
export const tagged = (tag: any, x: any) => tag.of`a${x}b`;
