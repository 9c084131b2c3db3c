// A parser of one line, by hand.

export type Sale = { day: string; pieces: number; article: string; cents: number };

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  word(): string {
    while (this.at < this.text.length && this.text[this.at] === " ") this.at++;
    const start = this.at;
    while (this.at < this.text.length && this.text[this.at] !== " ") this.at++;
    return this.text.slice(start, this.at);
  }

  expect(wanted: string): boolean {
    return this.word() === wanted;
  }
}

function toCents(price: string): number {
  let cents = 0;
  for (let i = 0; i < price.length; i++) {
    const code = price.charCodeAt(i);
    if (code !== 46) cents = cents * 10 + (code - 48);
  }
  return cents;
}

export function parseLine(line: string): Sale | null {
  const reader = new Reader(line);
  const day = reader.word();
  if (!reader.expect("sold")) return null;
  const pieces = Number(reader.word());
  if (!reader.expect("of")) return null;
  const article = reader.word();
  if (!reader.expect("at")) return null;
  return { day, pieces, article, cents: toCents(reader.word()) };
}
