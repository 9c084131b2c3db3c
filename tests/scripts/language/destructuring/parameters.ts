function area({ width, height = width, unit: [symbol = "cm"] = [] }: any, [scale = 1, ...more]: any = []) {
  return `${width * height * scale}${symbol}² ${more}`;
}
console.log(area({ width: 2 }), area({ width: 2, height: 3, unit: ["m"] }, [10, 1, 2])); // expect: 4cm²  60m² 1,2
const sum = ({ a, b }: { a: number; b: number }, [c]: number[]) => a + b + c;
console.log(sum({ a: 1, b: 2 }, [3]), area.length, sum.length); // expect: 6 1 2
