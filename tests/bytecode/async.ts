async function simple(x: Promise<number>) {
  return (await x) + 1;
}
async function loops(source: AsyncIterable<number>) {
  for await (const x of source) if (x) break;
}
async function* items() {
  const sent = yield 1;
  return sent;
}
