const palette = { red: [255, 0, 0], green: "#00ff00" } satisfies Record<string, string | number[]>;
console.log(palette.red.map((n) => n / 255), palette.green.toUpperCase(), (1 satisfies number) + 1, [1, 2] satisfies number[] as const); // expect: [ 1, 0, 0 ] #00FF00 2 [ 1, 2 ]
const f = ((x) => x * 2) satisfies (x: number) => number;
console.log(f(4)); // expect: 8
