function* count(from: number, to: number) {
  for (let i = from; i < to; i++) yield i;
}
function* both() {
  const first = yield* count(0, 2);
  try {
    yield first;
  } finally {
    yield 2;
  }
}
const self = function* named() {
  const [a = yield] = [1];
  return named;
};
