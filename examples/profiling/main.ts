// Something to profile: a shop's log is made, parsed, summed up and sorted.
//
//     tsrun profile --flamegraph shop.svg examples/profiling/main.ts
//     tsrun profile --opcodes examples/profiling/main.ts

import { makeLog } from "./log.js";
import { parseLine, type Sale } from "./parse.js";

class Totals {
  private byArticle = new Map<string, { pieces: number; cents: number }>();

  add(sale: Sale): void {
    let row = this.byArticle.get(sale.article);
    if (row === undefined) {
      row = { pieces: 0, cents: 0 };
      this.byArticle.set(sale.article, row);
    }
    row.pieces += sale.pieces;
    row.cents += sale.pieces * sale.cents;
  }

  *best(count: number) {
    const rows = [...this.byArticle.entries()];
    rows.sort((a, b) => b[1].cents - a[1].cents || (a[0] < b[0] ? -1 : 1));
    for (const [article, row] of rows.slice(0, count)) yield { article, ...row };
  }
}

function readAll(lines: string[]): Sale[] {
  const sales: Sale[] = [];
  for (const line of lines) {
    const sale = parseLine(line);
    if (sale !== null) sales.push(sale);
  }
  return sales;
}

function median(values: number[]): number {
  const sorted = values.slice().sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

const sales = readAll(makeLog(6000));
const totals = new Totals();
for (const sale of sales) totals.add(sale);
for (const { article, pieces, cents } of totals.best(3)) console.log(article, pieces, (cents / 100).toFixed(2));
console.log(sales.length, median(sales.map(sale => sale.cents)));
