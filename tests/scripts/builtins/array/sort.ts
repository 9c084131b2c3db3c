console.log([3, 1, 2].sort(), [10, 9, 1].sort(), ["b", undefined, "a", , "c"].sort(), [3, 1, 2].sort((a, b) => b - a), [true, false, null, 1].sort()); // expect: [ 1, 2, 3 ] [ 1, 10, 9 ] [ 'a', 'b', 'c', undefined, <1 empty item> ] [ 3, 2, 1 ] [ 1, false, null, true ]
console.log([-1, -2, 5, 0].sort(), [1, 2, 3].sort(() => 0), [].sort(), ["é", "z", "a", "Z"].sort(), [[2], [1, 5], [10]].sort()); // expect: [ -1, -2, 0, 5 ] [ 1, 2, 3 ] [] [ 'Z', 'a', 'z', 'é' ] [ [ 1, 5 ], [ 10 ], [ 2 ] ]
const a = [2, 1];
console.log(a.sort() === a, a, [undefined, 3, undefined, 1].sort((x, y) => x! - y!)); // expect: true [ 1, 2 ] [ 1, 3, undefined, undefined ]
for (const bad of [null, {}, 5]) {
  try {
    [1].sort(bad as any);
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
