// Array.prototype.sort and toSorted (sections 23.1.3.30 and 23.1.3.34): a stable merge sort over dense arrays of its own.

const RUN = 8;

function filled(length) {
  const array = $emptyArray(length);
  for (let i = 0; i < length; i++) {
    $push(array, undefined);
  }
  return array;
}

// The comparator's answer as a number: above 0 if its first argument is to come last.
function ordered(comparator, x, y) {
  const order = $call(comparator, undefined, x, y);
  return typeof order === "number" ? order : toNumber(order);
}

function sortRuns(list, length, comparator) {
  for (let start = 0; start < length; start += RUN) {
    const end = start + RUN < length ? start + RUN : length;
    for (let i = start + 1; i < end; i++) {
      const value = list[i];
      let j = i - 1;
      while (j >= start) {
        const other = list[j];
        // The comparison converts what is not a number as ToNumber does.
        if (!($callPair(comparator, other, value) > 0)) {
          break;
        }
        list[j + 1] = other;
        j--;
      }
      list[j + 1] = value;
    }
  }
}

function mergeRuns(from, to, start, middle, end, comparator) {
  let i = start;
  let j = middle;
  let k = start;
  if (i < middle && j < end) {
    let left = from[i];
    let right = from[j];
    for (;;) {
      if ($callPair(comparator, left, right) > 0) {
        to[k] = right;
        k++;
        j++;
        if (j >= end) {
          break;
        }
        right = from[j];
      } else {
        to[k] = left;
        k++;
        i++;
        if (i >= middle) {
          break;
        }
        left = from[i];
      }
    }
  }
  for (; i < middle; i++) {
    to[k] = from[i];
    k++;
  }
  for (; j < end; j++) {
    to[k] = from[j];
    k++;
  }
}

// Sorts a dense array of the prelude's own by a comparator; the result is the array or another one.
function sortBy(list, comparator) {
  const length = $arrayLength(list);
  sortRuns(list, length, comparator);
  if (length <= RUN) {
    return list;
  }
  let from = list;
  let to = filled(length);
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = start + width < length ? start + width : length;
      const end = middle + width < length ? middle + width : length;
      if (middle < end && !(ordered(comparator, from[middle - 1], from[middle]) > 0)) {
        // In order already, as it often is.
        for (let k = start; k < end; k++) {
          to[k] = from[k];
        }
      } else {
        mergeRuns(from, to, start, middle, end, comparator);
      }
    }
    const other = from;
    from = to;
    to = other;
  }
  return from;
}

// Sorts by the strings that the values convert to.
function sortByText(list) {
  const length = $arrayLength(list);
  let values = list;
  let keys = list;
  if (!$allStrings(list)) {
    keys = [];
    for (let i = 0; i < length; i++) {
      $push(keys, toString(list[i]));
    }
    $allStrings(keys);
  }
  $sortRuns(keys, values);
  if (length <= RUN) {
    return values;
  }
  let otherKeys = filled(length);
  let otherValues = keys === values ? otherKeys : filled(length);
  for (let width = RUN; width < length; width *= 2) {
    $mergePass(keys, values, otherKeys, otherValues, width);
    const passKeys = keys;
    const passValues = values;
    keys = otherKeys;
    values = otherValues;
    otherKeys = passKeys;
    otherValues = passValues;
  }
  return values;
}

// The values to be sorted, undefined left out: a dense array. Holes are left out or count as undefined.
function sortable(object, length, skipHoles) {
  const dense = $isDense(object);
  const values = dense ? $emptyArray(length) : [];
  let missing = 0;
  for (let k = 0; k < length; k++) {
    if (!dense && skipHoles && !$has(object, k)) {
      continue;
    }
    const value = object[k];
    if (value !== undefined) {
      $push(values, value);
    } else if (!dense || !skipHoles || $has(object, k)) {
      missing++;
    }
  }
  return { values, missing };
}

function sorted(values, comparator) {
  return comparator === undefined ? sortByText(values) : sortBy(values, comparator);
}

function requireComparator(comparator) {
  if (comparator !== undefined && !$isCallable(comparator)) {
    throw makeTypeError("The comparison function must be either a function or undefined");
  }
}

$methods("Array.prototype", {
  sort(comparator) {
    requireComparator(comparator);
    const object = toObject(this);
    const length = lengthOf(object);
    const found = sortable(object, length, true);
    const values = sorted(found.values, comparator);
    const count = $arrayLength(values);
    for (let k = 0; k < count; k++) {
      object[k] = values[k];
    }
    const end = count + found.missing;
    for (let k = count; k < end; k++) {
      object[k] = undefined;
    }
    for (let k = end; k < length; k++) {
      if ($has(object, k)) {
        deleteElement(object, k);
      }
    }
    return object;
  },
  toSorted(comparator) {
    requireComparator(comparator);
    const object = toObject(this);
    const length = lengthOf(object);
    if (length > LARGEST_LENGTH) {
      throw makeRangeError("Invalid array length");
    }
    const found = sortable(object, length, false);
    const values = sorted(found.values, comparator);
    for (let k = 0; k < found.missing; k++) {
      $push(values, undefined);
    }
    return values;
  },
});
