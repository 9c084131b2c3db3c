type Shape = { kind: "circle"; r: number } | { kind: "rect"; w: number; h: number };
const area = (s: Shape) => {
  switch (s.kind) {
    case "circle": return 3 * s.r ** 2;
    case "rect": return s.w * s.h;
    default: { const never: never = s; throw new Error(`unknown ${(never as Shape).kind}`); }
  }
};
console.log(area({ kind: "circle", r: 2 }), area({ kind: "rect", w: 2, h: 3 })); // expect: 12 6
try { area({ kind: "blob" } as any); } catch (e) { console.log(String(e)); } // expect: Error: unknown blob
function isString(x: unknown): x is string { return typeof x === "string"; }
console.log([1, "a", null].filter(isString), isString(1) ? "s" : "n"); // expect: [ 'a' ] n
