// Backtracking and recursion: queens, towers, permutations, the game of life.

function queens(size: number): number {
  let solutions = 0;
  const place = (row: number, columns: number, left: number, right: number): void => {
    if (row === size) {
      solutions++;
      return;
    }
    for (let free = ~(columns | left | right) & ((1 << size) - 1); free !== 0; ) {
      const bit = free & -free;
      free ^= bit;
      place(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
  };
  place(0, 0, 0, 0);
  return solutions;
}
for (const size of [4, 5, 6, 7, 8]) console.log(`${size} queens: ${queens(size)}`);

function hanoi(discs: number, from: string, to: string, spare: string, moves: string[] = []): string[] {
  if (discs > 0) {
    hanoi(discs - 1, from, spare, to, moves);
    moves.push(`${from}${to}`);
    hanoi(discs - 1, spare, to, from, moves);
  }
  return moves;
}
console.log(hanoi(3, "A", "C", "B").join(" "));
console.log(`moves for ten discs: ${hanoi(10, "A", "C", "B").length}`);

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
console.log(permutations(["a", "b", "c"]).map((order) => order.join("")));

function life(world: readonly string[]): string[] {
  const alive = (x: number, y: number) => (world[y]?.[x] === "#" ? 1 : 0);
  return world.map((row, y) =>
    [...row]
      .map((cell, x) => {
        let neighbours = -alive(x, y);
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) neighbours += alive(x + dx, y + dy);
        return neighbours === 3 || (cell === "#" && neighbours === 2) ? "#" : ".";
      })
      .join(""),
  );
}
let world = [".#...", "..#..", "###..", ".....", "....."];
for (let generation = 0; generation < 4; generation++) world = life(world);
console.log(world.join("\n"));

export {};
