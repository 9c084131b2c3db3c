// A cache that keeps nothing alive: entries go when nobody else holds their keys, and a registry tells how many went.

interface Picture {
  id: number;
  pixels: number[];
}

const sizes = new WeakMap<Picture, number>();
let gone = 0;
const registry = new FinalizationRegistry<number>(() => gone++);

function size(picture: Picture): number {
  let found = sizes.get(picture);
  if (found === undefined) {
    found = picture.pixels.reduce((sum, pixel) => sum + pixel, 0);
    sizes.set(picture, found);
  }
  return found;
}

function make(id: number): Picture {
  const picture = { id, pixels: [id, id + 1, id + 2] };
  registry.register(picture, id);
  return picture;
}

const kept: Picture[] = [];
let sum = 0;
for (let id = 0; id < 20000; id++) {
  const picture = make(id);
  sum += size(picture);
  if (id % 2000 === 0) kept.push(picture);
}
console.log("sum of all sizes:", sum);

let last: WeakRef<Picture> | undefined = new WeakRef(make(20000));
console.log("alive in this turn:", last.deref()?.id);

// Garbage enough for a collection, in a turn of its own.
setTimeout(() => {
  let garbage: unknown[] = [];
  for (let i = 0; i < 50000; i++) garbage = [i];
  setTimeout(() => {
    console.log("most pictures are gone:", gone > 19000 && gone <= 19991);
    console.log("and the last one:", last?.deref());
    console.log("those that are held have their sizes:", kept.every((picture) => sizes.get(picture) === 3 * picture.id + 3));
  });
});
