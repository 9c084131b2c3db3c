const data = [
  { product: "Espresso", sold: 120, price: 2.1, tags: ["hot", "coffee"] },
  { product: "Iced tea", sold: 45, price: 3.25, tags: ["cold", "tea"] },
  { product: "Cappuccino", sold: 98, price: 3.4, tags: ["hot", "coffee", "milk"] },
  { product: "Water", sold: 200, price: 1, tags: [] as string[] },
];
const columns = { product: 12, sold: 6, price: 8, total: 10 } as const;
const cell = (text: string, width: number, right: boolean) => (right ? text.padStart(width) : text.padEnd(width));
const line = (values: string[]) => values.map((v, i) => cell(v, Object.values(columns)[i]!, i > 0)).join("").trimEnd();
console.log(line(Object.keys(columns))); // expect: product       sold   price     total
console.log("-".repeat(Object.values(columns).reduce((x, y) => x + y))); // expect: ------------------------------------
for (const { product, sold, price } of data.toSorted((x, y) => y.sold * y.price - x.sold * x.price)) {
  console.log(line([product, String(sold), price.toFixed(2), (sold * price).toFixed(2)])); // expect: Cappuccino      98    3.40    333.20
  // expect: Espresso       120    2.10    252.00
  // expect: Water          200    1.00    200.00
  // expect: Iced tea        45    3.25    146.25
}
const byTag = new Map<string, number>();
for (const { tags, sold } of data) for (const tag of tags) byTag.set(tag, (byTag.get(tag) ?? 0) + sold);
console.log([...byTag].sort(([, m], [, n]) => n - m).map(([tag, n]) => `${tag}=${n}`).join(" ")); // expect: hot=218 coffee=218 milk=98 cold=45 tea=45
console.log(JSON.stringify(data.map(({ tags: [first = "none", ...rest], product }) => ({ [product.toLowerCase()]: first, more: rest.length })))); // expect: [{"espresso":"hot","more":1},{"iced tea":"cold","more":1},{"cappuccino":"hot","more":2},{"water":"none","more":0}]
