// The array methods at work on a small table.

interface Row {
  item: string;
  price: number;
  stock: number;
}

const rows: Row[] = [
  { item: "pen", price: 1.5, stock: 120 },
  { item: "book", price: 12, stock: 8 },
  { item: "lamp", price: 34.99, stock: 0 },
  { item: "desk", price: 249, stock: 2 },
];

const available = rows.filter(({ stock }) => stock > 0);
console.log(available.map(({ item }) => item));
console.log("value of the stock:", available.reduce((sum, { price, stock }) => sum + price * stock, 0));
console.log("some out of stock:", rows.some(({ stock }) => stock === 0));
console.log("all cheap:", rows.every(({ price }) => price < 100));
console.log("first above ten:", rows.find(({ price }) => price > 10)?.item);
console.log("last above ten:", rows.findLast(({ price }) => price > 10)?.item);
console.log("dearest first:", rows.toSorted((a, b) => b.price - a.price).map(({ item }) => item).join(" > "));

const matrix = [
  [1, 2, 3],
  [4, 5, 6],
];
const transposed = matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
console.log(transposed);
console.log(matrix.flat(), matrix.flatMap((row) => [Math.max(...row)]));

const [first, , third = "none", ...others] = ["a", "b", undefined, "d", "e"];
console.log(first, third, others);

const letters = [..."abcdef"];
console.log(letters.splice(1, 2, "X"), letters);
console.log(letters.with(0, "Z").concat(["!"], "?").reverse());
console.log(letters.at(-1), letters.indexOf("X"), letters.includes("q"), letters.slice(-2));
console.log(Array.from({ length: 5 }, (_, n) => n ** 2), Array.of(7, 8));
