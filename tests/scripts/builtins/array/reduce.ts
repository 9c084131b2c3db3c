console.log([1, 2, 3].reduce((a, b) => a + b), [1, 2, 3].reduce((a, b) => a + b, ""  as any), [[1], [2]].reduceRight((a, b) => a.concat(b)), [5].reduce(() => 0), [].reduce(() => 0, "init" as any)); // expect: 6 123 [ 2, 1 ] 5 init
const seen: any[] = [];
[, "a", , "b"].reduce((acc, v, i) => { seen.push([acc, v, i]); return acc! + v; });
console.log(seen); // expect: [ [ 'a', 'b', 3 ] ]
for (const f of [() => [].reduce((a) => a), () => [, ,].reduceRight((a) => a), () => [1].reduce(5 as any)]) {
  try {
    f();
  } catch (e) {
    console.log(String(e)); // expect: TypeError: Reduce of empty array with no initial value
    // expect: TypeError: Reduce of empty array with no initial value
    // expect: TypeError: 5 is not a function
  }
}
