const puzzle = [
  "53..7....", "6..195...", ".98....6.", "8...6...3", "4..8.3..1", "7...2...6", ".6....28.", "...419..5", "....8..79",
].map((row) => [...row].map((c) => (c === "." ? 0 : Number(c))));
let tries = 0;
function fits(board: number[][], y: number, x: number, n: number): boolean {
  for (let i = 0; i < 9; i++) {
    if (board[y]![i] === n || board[i]![x] === n) return false;
    if (board[y - (y % 3) + Math.floor(i / 3)]![x - (x % 3) + (i % 3)] === n) return false;
  }
  return true;
}
function solve(board: number[][], from = 0): boolean {
  for (let at = from; at < 81; at++) {
    const [y, x] = [Math.trunc(at / 9), at % 9];
    if (board[y]![x] !== 0) continue;
    for (let n = 1; n <= 9; n++) {
      if (!fits(board, y, x, n)) continue;
      tries++;
      board[y]![x] = n;
      if (solve(board, at + 1)) return true;
    }
    board[y]![x] = 0;
    return false;
  }
  return true;
}
console.log(solve(puzzle), tries); // expect: true 4208
for (const row of puzzle) console.log(row.join("")); // expect: 534678912
// expect: 672195348
// expect: 198342567
// expect: 859761423
// expect: 426853791
// expect: 713924856
// expect: 961537284
// expect: 287419635
// expect: 345286179
