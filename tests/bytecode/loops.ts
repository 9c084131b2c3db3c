// The test of a loop stands at its end; a fresh environment per iteration only where something captures.
export function loops(list: number[]) {
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum += list[i];
  const later = [];
  for (let i = 0; i < 3; i++) later.push(() => i);
  outer: for (const x of list) {
    for (const key in list) {
      if (key === "1") continue outer;
      if (x > 5) break outer;
    }
  }
  return [sum, later];
}
