import * as ss from "simple-statistics";

const data = Array.from({ length: 200 }, (_, i) => (i * 7919 % 1009) / 10);
for (const name of ["mean", "median", "mode", "variance", "standardDeviation", "medianAbsoluteDeviation", "interquartileRange",
  "sum", "min", "max", "rootMeanSquare", "sampleSkewness", "sampleKurtosis", "geometricMean", "harmonicMean"]) {
  console.log(name, Math.round(ss[name](data.map((x) => x + 1)) * 1e8) / 1e8);
}
console.log(ss.quantile(data, [0.1, 0.5, 0.99]), ss.equalIntervalBreaks(data, 4));
const line = ss.linearRegression(data.map((x, i) => [i, 2 * i + x / 50]));
console.log(line.m.toFixed(6), line.b.toFixed(6), ss.linearRegressionLine(line)(10).toFixed(6));
console.log(ss.sampleCorrelation(data, data.map((x) => -x * 3)).toFixed(8), ss.ckmeans([1, 2, 3, 10, 11, 12, 50], 3));
console.log(ss.errorFunction(0.5).toFixed(10), ss.probit(0.975).toFixed(8), ss.poissonDistribution(3).length, ss.factorial(15));
console.log(ss.permutationsHeap(["a", "b", "c"]).length, ss.combinations([1, 2, 3, 4], 2), ss.jenks([1, 2, 4, 5, 7, 9, 10, 20], 3));
