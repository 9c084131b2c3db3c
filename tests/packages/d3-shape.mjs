import { arc, area, curveBasis, curveCardinal, curveCatmullRom, curveMonotoneX, curveNatural, curveStep, line, lineRadial, linkHorizontal, pie,
  stack, stackOffsetWiggle, stackOrderInsideOut, symbol, symbolStar } from "d3-shape";

const points = Array.from({ length: 7 }, (_, i) => [i * 10, ((i * 37) % 11) * 3]);
for (const curve of [curveBasis, curveCardinal, curveCatmullRom.alpha(0.5), curveMonotoneX, curveNatural, curveStep]) {
  console.log(line().digits(3).curve(curve)(points));
}
console.log(line().defined((_, i) => i !== 3).x((p) => p[0] + 1)(points));
console.log(area().y0(0).y1((p) => p[1]).digits(2)(points), lineRadial()(points.slice(0, 3)));
const slices = pie().padAngle(0.02).sort((a, b) => a - b)([1, 1, 2, 3, 5, 8]);
console.log(slices.map((slice) => [slice.value, slice.index, slice.startAngle.toFixed(6), slice.endAngle.toFixed(6)]));
console.log(slices.map(arc().innerRadius(20).outerRadius(100).cornerRadius(4).digits(2)));
const series = stack().keys(["a", "b", "c"]).order(stackOrderInsideOut).offset(stackOffsetWiggle)(
  Array.from({ length: 5 }, (_, i) => ({ a: i, b: (i * 3) % 4, c: 5 - i })));
console.log(series.map((each) => [each.key, each.index, ...each.map(([low, high]) => `${low.toFixed(3)}..${high.toFixed(3)}`)]));
console.log(linkHorizontal()({ source: [0, 1], target: [9, 5] }), symbol(symbolStar, 40)());
