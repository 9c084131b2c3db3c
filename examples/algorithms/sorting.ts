// Four ways to sort, checked against the built-in one.

type Compare<T> = (left: T, right: T) => number;

function insertionSort<T>(items: readonly T[], compare: Compare<T>): T[] {
  const sorted = [...items];
  for (let i = 1; i < sorted.length; i++) {
    const item = sorted[i]!;
    let at = i;
    while (at > 0 && compare(sorted[at - 1]!, item) > 0) {
      sorted[at] = sorted[at - 1]!;
      at--;
    }
    sorted[at] = item;
  }
  return sorted;
}

function mergeSort<T>(items: readonly T[], compare: Compare<T>): T[] {
  if (items.length < 2) return [...items];
  const middle = items.length >> 1;
  const left = mergeSort(items.slice(0, middle), compare);
  const right = mergeSort(items.slice(middle), compare);
  const merged: T[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push(compare(left[l]!, right[r]!) <= 0 ? left[l++]! : right[r++]!);
  }
  return merged.concat(left.slice(l), right.slice(r));
}

function quickSort<T>(items: readonly T[], compare: Compare<T>): T[] {
  const sorted = [...items];
  const sort = (low: number, high: number): void => {
    if (low >= high) return;
    const pivot = sorted[(low + high) >> 1]!;
    let [i, j] = [low, high];
    while (i <= j) {
      while (compare(sorted[i]!, pivot) < 0) i++;
      while (compare(sorted[j]!, pivot) > 0) j--;
      if (i <= j) {
        [sorted[i], sorted[j]] = [sorted[j]!, sorted[i]!];
        i++;
        j--;
      }
    }
    sort(low, j);
    sort(i, high);
  };
  sort(0, sorted.length - 1);
  return sorted;
}

function heapSort<T>(items: readonly T[], compare: Compare<T>): T[] {
  const heap = [...items];
  const sift = (start: number, end: number): void => {
    let root = start;
    for (;;) {
      let child = 2 * root + 1;
      if (child >= end) return;
      if (child + 1 < end && compare(heap[child]!, heap[child + 1]!) < 0) child++;
      if (compare(heap[root]!, heap[child]!) >= 0) return;
      [heap[root], heap[child]] = [heap[child]!, heap[root]!];
      root = child;
    }
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sift(i, heap.length);
  for (let end = heap.length - 1; end > 0; end--) {
    [heap[0], heap[end]] = [heap[end]!, heap[0]!];
    sift(0, end);
  }
  return heap;
}

/** Numbers that look random and are the same in every run. */
function numbers(count: number): number[] {
  let seed = 42;
  return Array.from({ length: count }, () => (seed = (seed * 16807) % 2147483647) % 1000);
}

const ascending: Compare<number> = (left, right) => left - right;
const input = numbers(500);
const wanted = input.toSorted(ascending).join();

for (const sort of [insertionSort, mergeSort, quickSort, heapSort]) {
  console.log(`${sort.name.padEnd(13)} ${sort(input, ascending).join() === wanted ? "sorted" : "wrong"}`);
}
console.log("first ten:", input.toSorted(ascending).slice(0, 10));

const words = ["pear", "fig", "apple", "kiwi", "plum", "date"];
console.log(
  "stable:",
  mergeSort(words, (left, right) => left.length - right.length),
);

export {};
