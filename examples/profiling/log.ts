// Lines such as "2024-03-07 sold 3 of tea-12 at 4.95", and a few that are not.

let seed = 12345;

function random(below: number): number {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * below);
}

const GOODS = ["tea", "coffee", "sugar", "flour", "salt"];

function two(n: number): string {
  return n < 10 ? "0" + n : String(n);
}

export function makeLog(lines: number): string[] {
  const log: string[] = [];
  for (let i = 0; i < lines; i++) {
    if (random(50) === 0) {
      log.push("-- closed --");
      continue;
    }
    const day = `2024-${two(1 + random(12))}-${two(1 + random(28))}`;
    const article = `${GOODS[random(GOODS.length)]}-${random(40)}`;
    log.push(`${day} sold ${1 + random(9)} of ${article} at ${random(20)}.${two(random(100))}`);
  }
  return log;
}
