// Array methods that call back (section 23.1.3). $callElement skips elements that are absent: its answer is a hole then.

$root("call_element", function callElement(callback, receiver, array, k) {
  return $has(array, k) ? $call(callback, receiver, array[k], k, array) : $hole();
});

$root("call_reduce", function callReduce(callback, accumulator, array, k) {
  return $has(array, k) ? $call(callback, undefined, accumulator, array[k], k, array) : accumulator;
});

function mapDense(array, length, callback, receiver) {
  const result = $emptyArray(length);
  for (let k = 0; k < length; k++) {
    $push(result, $callElement(callback, receiver, array, k));
  }
  return result;
}

// FlattenIntoArray (section 23.1.3.13.1), the levels on a stack of its own.
function flatten(target, plain, source, length, depth, mapper, receiver) {
  const sources = [source];
  const positions = [0];
  const lengths = [length];
  let level = 0;
  let size = 0;
  while (level >= 0) {
    const object = sources[level];
    const k = positions[level];
    if (k >= lengths[level]) {
      level--;
      continue;
    }
    positions[level] = k + 1;
    const dense = $isDense(object);
    if (!dense && !$has(object, k)) {
      continue;
    }
    let value = object[k];
    if (dense && value === undefined && !$has(object, k)) {
      continue;
    }
    if (mapper !== undefined && level === 0) {
      value = $call(mapper, receiver, value, k, object);
    }
    if (level < depth && isArray(value)) {
      level++;
      sources[level] = value;
      positions[level] = 0;
      lengths[level] = lengthOf(value);
    } else if (plain) {
      $push(target, value);
    } else {
      createDataProperty(target, size, value);
      size++;
    }
  }
  return target;
}

function reduceUp(object, start, length, callback, accumulator) {
  let value = accumulator;
  for (let k = start; k < length; k++) {
    value = $callReduce(callback, value, object, k);
  }
  return value;
}

function reduceDown(object, start, callback, accumulator) {
  let value = accumulator;
  for (let k = start; k >= 0; k--) {
    value = $callReduce(callback, value, object, k);
  }
  return value;
}

$methods("Array.prototype", {
  every(callback, receiver = undefined) {
    const object = thisObject(this, "every");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = 0; k < length; k++) {
      const answer = $callElement(callback, receiver, object, k);
      if (!answer && !$isHole(answer)) {
        return false;
      }
    }
    return true;
  },
  filter(callback, receiver = undefined) {
    const object = thisObject(this, "filter");
    const length = lengthOf(object);
    requireCallable(callback);
    const result = arraySpeciesCreate(object, 0);
    if ($isDense(object) && $plainSpecies(object)) {
      for (let k = 0; k < length; k++) {
        const value = object[k];
        if ($callElement(callback, receiver, object, k)) {
          $push(result, value);
        }
      }
      return result;
    }
    let size = 0;
    for (let k = 0; k < length; k++) {
      if ($has(object, k)) {
        const value = object[k];
        if ($call(callback, receiver, value, k, object)) {
          createDataProperty(result, size, value);
          size++;
        }
      }
    }
    return result;
  },
  find(callback, receiver = undefined) {
    const object = thisObject(this, "find");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = 0; k < length; k++) {
      const value = object[k];
      if ($call(callback, receiver, value, k, object)) {
        return value;
      }
    }
    return undefined;
  },
  findIndex(callback, receiver = undefined) {
    const object = thisObject(this, "findIndex");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = 0; k < length; k++) {
      if ($call(callback, receiver, object[k], k, object)) {
        return k;
      }
    }
    return -1;
  },
  findLast(callback, receiver = undefined) {
    const object = thisObject(this, "findLast");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = length - 1; k >= 0; k--) {
      const value = object[k];
      if ($call(callback, receiver, value, k, object)) {
        return value;
      }
    }
    return undefined;
  },
  findLastIndex(callback, receiver = undefined) {
    const object = thisObject(this, "findLastIndex");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = length - 1; k >= 0; k--) {
      if ($call(callback, receiver, object[k], k, object)) {
        return k;
      }
    }
    return -1;
  },
  flat(depth = undefined) {
    const object = toObject(this);
    const length = lengthOf(object);
    const levels = depth === undefined ? 1 : toInteger(depth);
    const plain = !isArray(object) || $plainSpecies(object);
    return flatten(arraySpeciesCreate(object, 0), plain, object, length, levels, undefined, undefined);
  },
  flatMap(callback, receiver = undefined) {
    const object = toObject(this);
    const length = lengthOf(object);
    if (!$isCallable(callback)) {
      throw makeTypeError("flatMap mapper function is not callable");
    }
    const plain = !isArray(object) || $plainSpecies(object);
    return flatten(arraySpeciesCreate(object, 0), plain, object, length, 1, callback, receiver);
  },
  forEach(callback, receiver = undefined) {
    const object = thisObject(this, "forEach");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = 0; k < length; k++) {
      $callElement(callback, receiver, object, k);
    }
  },
  map(callback, receiver = undefined) {
    const object = thisObject(this, "map");
    const length = lengthOf(object);
    requireCallable(callback);
    if ($isDense(object) && $plainSpecies(object)) {
      return mapDense(object, length, callback, receiver);
    }
    const result = arraySpeciesCreate(object, length);
    for (let k = 0; k < length; k++) {
      if ($has(object, k)) {
        createDataProperty(result, k, $call(callback, receiver, object[k], k, object));
      }
    }
    return result;
  },
  reduce(callback, ...initial) {
    const object = thisObject(this, "reduce");
    const length = lengthOf(object);
    requireCallable(callback);
    if ($arrayLength(initial) > 0) {
      return reduceUp(object, 0, length, callback, initial[0]);
    }
    for (let k = 0; k < length; k++) {
      if ($has(object, k)) {
        return reduceUp(object, k + 1, length, callback, object[k]);
      }
    }
    throw makeTypeError("Reduce of empty array with no initial value");
  },
  reduceRight(callback, ...initial) {
    const object = thisObject(this, "reduceRight");
    const length = lengthOf(object);
    requireCallable(callback);
    if ($arrayLength(initial) > 0) {
      return reduceDown(object, length - 1, callback, initial[0]);
    }
    for (let k = length - 1; k >= 0; k--) {
      if ($has(object, k)) {
        return reduceDown(object, k - 1, callback, object[k]);
      }
    }
    throw makeTypeError("Reduce of empty array with no initial value");
  },
  some(callback, receiver = undefined) {
    const object = thisObject(this, "some");
    const length = lengthOf(object);
    requireCallable(callback);
    for (let k = 0; k < length; k++) {
      // A hole, which stands for no answer, is falsy.
      if ($callElement(callback, receiver, object, k)) {
        return true;
      }
    }
    return false;
  },
  toSpliced(...args) {
    const object = toObject(this);
    const length = lengthOf(object);
    const given = $arrayLength(args);
    const start = relativeIndex(args[0], length, 0);
    const items = given > 2 ? given - 2 : 0;
    let removed = 0;
    if (given === 1) {
      removed = length - start;
    } else if (given > 1) {
      const wanted = toInteger(args[1]);
      removed = wanted < 0 ? 0 : wanted < length - start ? wanted : length - start;
    }
    const size = length + items - removed;
    if (size > LARGEST_INTEGER) {
      throw tooLong();
    }
    const result = newArrayOf(size);
    let n = 0;
    for (let k = 0; k < start; k++) {
      createDataProperty(result, n++, object[k]);
    }
    for (let k = 0; k < items; k++) {
      createDataProperty(result, n++, args[2 + k]);
    }
    for (let k = start + removed; k < length; k++) {
      createDataProperty(result, n++, object[k]);
    }
    return result;
  },
});

$defineData($ownData($intrinsic("Array"), "toSpliced"), "length", 2, CONFIGURABLE);
