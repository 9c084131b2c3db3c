// Math.sumPrecise (section 21.3.2.34): an exact sum, rounded once.
//
// A sum is a list of partial sums that don't overlap, smallest first (Shewchuk's). What is so large that sums of it might
// overflow is kept apart, scaled down by a power of two.

const LARGE = 2 ** 970;
const SCALE = 2 ** 100;
const SMALLEST_SCALED = 2 ** -900;
const SAFE_SCALED = 2 ** 900;
const TINY = 2 ** -1000;

function addExactly(partials, number) {
  let x = number;
  let kept = 0;
  const count = $arrayLength(partials);
  for (let i = 0; i < count; i++) {
    let y = partials[i];
    if ((x < 0 ? -x : x) < (y < 0 ? -y : y)) {
      const larger = y;
      y = x;
      x = larger;
    }
    const sum = x + y;
    const rest = y - (sum - x);
    if (rest !== 0) {
      partials[kept++] = rest;
    }
    x = sum;
  }
  $setArrayLength(partials, kept);
  $push(partials, x);
}

// The double nearest to the sum of partials; of two, the even one.
function roundedSum(partials) {
  let i = $arrayLength(partials) - 1;
  if (i < 0) {
    return 0;
  }
  let high = partials[i];
  let low = 0;
  while (i > 0 && low === 0) {
    const x = high;
    const y = partials[--i];
    high = x + y;
    low = y - (high - x);
  }
  // Halfway between two doubles, what follows decides.
  if (i > 0 && ((low < 0 && partials[i - 1] < 0) || (low > 0 && partials[i - 1] > 0))) {
    const twice = low * 2;
    const next = high + twice;
    if (next - high === twice) {
      high = next;
    }
  }
  return high;
}

function totalOf(large, small) {
  if ($arrayLength(large) === 0) {
    return roundedSum(small);
  }
  const rest = [];
  for (let i = 0; i < $arrayLength(small); i++) {
    const scaled = small[i] / SCALE;
    if (scaled >= SMALLEST_SCALED || scaled <= -SMALLEST_SCALED) {
      addExactly(large, scaled);
    } else {
      addExactly(rest, small[i]);
    }
  }
  const total = roundedSum(large);
  const sign = roundedSum(rest);
  if (total >= SAFE_SCALED || total <= -SAFE_SCALED) {
    if (sign !== 0) {
      addExactly(large, sign < 0 ? -TINY : TINY);
    }
    return roundedSum(large) * SCALE;
  }
  for (let i = 0; i < $arrayLength(large); i++) {
    addExactly(rest, large[i] * SCALE);
  }
  return roundedSum(rest);
}

$methods("Math", {
  sumPrecise(items) {
    if (items === undefined || items === null) {
      throw makeTypeError(describe(items) + " is not iterable");
    }
    const opened = openIterator(items);
    const large = [];
    const small = [];
    // Of infinities and NaN the plain sum is right; a sum of nothing but -0 is -0.
    let special = 0;
    let result = -0;
    for (;;) {
      const value = nextValue(opened[0], opened[1]);
      if ($isDone(value)) {
        break;
      }
      if (typeof value !== "number") {
        abortIterator(opened[0]);
        throw makeTypeError(describeCallee(undefined, value) + " is not a number");
      }
      if (value - value !== 0) {
        special += value;
      } else if (value >= LARGE || value <= -LARGE) {
        addExactly(large, value / SCALE);
      } else if (value !== 0) {
        addExactly(small, value);
      } else if (1 / value > 0) {
        result = 0;
      }
    }
    if (special !== 0) {
      return special;
    }
    return $arrayLength(large) === 0 && $arrayLength(small) === 0 ? result : totalOf(large, small) + 0;
  },
});
