const seen: string[] = [];
for (let i = 0; i < 2; i++) {
  try {
    // @ts-ignore
    late;
  } catch (e) {
    seen.push((e as Error).name);
  }
  let late = i;
  seen.push(String(late));
}
console.log(seen.join()); // expect: ReferenceError,0,ReferenceError,1
