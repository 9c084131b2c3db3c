// Array (section 23.1): construction, and the complete versions of the kernel's natives.

const LARGEST_LENGTH = 4294967295;
const LARGEST_INTEGER = 9007199254740991;

function newArrayOf(length) {
  if (length > LARGEST_LENGTH) {
    throw makeRangeError("Invalid array length");
  }
  return $newArray(length);
}

// ArraySpeciesCreate (section 10.4.2.2)
function arraySpeciesCreate(original, length) {
  if (!isArray(original) || $plainSpecies(original)) {
    return newArrayOf(length);
  }
  let constructor = original.constructor;
  if ($isObject(constructor)) {
    constructor = constructor[Symbol_species];
    if (constructor === null) {
      constructor = undefined;
    }
  }
  if (constructor === undefined) {
    return newArrayOf(length);
  }
  if (!$isConstructor(constructor)) {
    throw makeTypeError("object.constructor[Symbol.species] is not a constructor");
  }
  return $construct(constructor, constructor, [length]);
}

// ToObject of the receiver of a method whose name errors say.
function thisObject(value, method) {
  requireCoercible(value, "Array.prototype." + method);
  return toObject(value);
}

// An index counted from the end if negative, within 0 to length.
function relativeIndex(value, length, missing) {
  if (value === undefined) {
    return missing;
  }
  const index = toInteger(value);
  return index < 0 ? (index + length > 0 ? index + length : 0) : index < length ? index : length;
}

function deleteElement(object, key) {
  if (!$deleteOwn(object, key)) {
    throw errorMakers[13](key, object);
  }
}

function tooLong() {
  return makeTypeError("Pushing elements past the largest safe integer is not allowed");
}

const ArrayConstructor = $constructor(
  "Array",
  function Array(...items) {
    const count = $arrayLength(items);
    const prototype = new.target === undefined ? $intrinsic("Array") : $protoFrom(new.target, "Array");
    if (count === 1 && typeof items[0] === "number") {
      const length = items[0];
      if (length >>> 0 !== length) {
        throw makeRangeError("Invalid array length");
      }
      return $newArray(length, prototype);
    }
    const array = $newArray(0, prototype);
    $appendDense(array, items);
    return array;
  },
  1,
);

function setLength(object, length) {
  object.length = length;
}

function createFrom(constructor, list) {
  return $isConstructor(constructor) ? $construct(constructor, constructor, list) : undefined;
}

function fromIterable(constructor, items, method, mapper, receiver) {
  const target = constructor === ArrayConstructor ? [] : createFrom(constructor, []) ?? [];
  const plain = constructor === ArrayConstructor || !$isConstructor(constructor);
  if (plain && mapper === undefined && method === ArrayValues && $appendIterable(target, items)) {
    return target;
  }
  const record = iteratorFromMethod(items, method);
  const iterator = record[0];
  const next = record[1];
  if (plain && mapper === undefined && $drain(target, iterator, next)) {
    return target;
  }
  for (let k = 0; ; k++) {
    const value = nextValue(iterator, next);
    if ($isDone(value)) {
      if (!plain) {
        setLength(target, k);
      }
      return target;
    }
    try {
      const mapped = mapper === undefined ? value : $call(mapper, receiver, value, k);
      if (plain) {
        $push(target, mapped);
      } else {
        createDataProperty(target, k, mapped);
      }
    } catch (error) {
      abortIterator(iterator);
      throw error;
    }
  }
}

function mapArrayLike(object, length, mapper, receiver) {
  if (length > LARGEST_LENGTH) {
    throw makeRangeError("Invalid array length");
  }
  const target = [];
  for (let k = 0; k < length; k++) {
    const value = object[k];
    $push(target, mapper === undefined ? value : $call(mapper, receiver, value, k));
  }
  return target;
}

$methods("Array", {
  // Array.from (section 23.1.2.1)
  from(items, mapper = undefined, receiver = undefined) {
    if (mapper !== undefined) {
      requireCallable(mapper);
    }
    if (items === undefined || items === null) {
      throw notIterable(items, undefined);
    }
    const method = items[Symbol_iterator];
    if (method !== undefined && method !== null) {
      if (!$isCallable(method)) {
        throw makeTypeError(
          "%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function");
      }
      return fromIterable(this, items, method, mapper, receiver);
    }
    const object = toObject(items);
    const length = lengthOf(object);
    if (this === ArrayConstructor) {
      return mapArrayLike(object, length, mapper, receiver);
    }
    const target = createFrom(this, [length]) ?? newArrayOf(length);
    for (let k = 0; k < length; k++) {
      const value = object[k];
      createDataProperty(target, k, mapper === undefined ? value : $call(mapper, receiver, value, k));
    }
    setLength(target, length);
    return target;
  },
  // Array.of (section 23.1.2.3)
  of(...items) {
    if (this === ArrayConstructor) {
      return items;
    }
    const length = $arrayLength(items);
    const target = createFrom(this, [length]) ?? newArrayOf(length);
    for (let k = 0; k < length; k++) {
      createDataProperty(target, k, items[k]);
    }
    setLength(target, length);
    return target;
  },
  get [Symbol_species]() {
    return this;
  },
});

const ArrayValues = $builtin("Array.prototype.values");

// Moves `count` elements from one place in an object to another, holes included; upwards from the last one on.
function moveElements(object, from, to, count) {
  const step = from < to ? -1 : 1;
  let offset = from < to ? count - 1 : 0;
  for (let k = 0; k < count; k++) {
    if ($has(object, from + offset)) {
      object[to + offset] = object[from + offset];
    } else {
      deleteElement(object, to + offset);
    }
    offset += step;
  }
}

function isConcatSpreadable(value) {
  if (!$isObject(value)) {
    return false;
  }
  const spreadable = value[Symbol_isConcatSpreadable];
  return spreadable !== undefined ? toBoolean(spreadable) : isArray(value);
}

// The start of a search from an optional index: -1 for an empty array.
function searchStart(fromIndex, length) {
  const start = toInteger(fromIndex);
  return start >= 0 ? start : start + length > 0 ? start + length : 0;
}

const joining = [];

// Array.prototype.join (section 23.1.3.18); an array that is being joined already counts as empty, as in V8.
function join(object, separator, localized) {
  const length = lengthOf(object);
  const between = separator === undefined ? "," : toString(separator);
  const depth = $arrayLength(joining);
  for (let i = 0; i < depth; i++) {
    if (joining[i] === object) {
      return "";
    }
  }
  $push(joining, object);
  try {
    let text = "";
    for (let k = 0; k < length; k++) {
      if (k > 0) {
        text = text + between;
      }
      const value = object[k];
      if (value !== undefined && value !== null) {
        text = text + (localized ? toString(value.toLocaleString()) : toString(value));
      }
    }
    return text;
  } finally {
    $setArrayLength(joining, depth);
  }
}

$slow({
  "Array.isArray"(value) {
    return isArray(value);
  },
  "Array.prototype.at"(index) {
    const object = toObject(this);
    const length = lengthOf(object);
    const relative = toInteger(index);
    const k = relative >= 0 ? relative : length + relative;
    return k < 0 || k >= length ? undefined : object[k];
  },
  "Array.prototype.concat"(...items) {
    const object = thisObject(this, "concat");
    const result = arraySpeciesCreate(object, 0);
    const count = $arrayLength(items);
    let n = 0;
    for (let i = -1; i < count; i++) {
      const item = i < 0 ? object : items[i];
      if (isConcatSpreadable(item)) {
        const length = lengthOf(item);
        if (n + length > LARGEST_INTEGER) {
          throw tooLong();
        }
        for (let k = 0; k < length; k++) {
          if ($has(item, k)) {
            createDataProperty(result, n, item[k]);
          }
          n++;
        }
      } else {
        if (n >= LARGEST_INTEGER) {
          throw tooLong();
        }
        createDataProperty(result, n, item);
        n++;
      }
    }
    setLength(result, n);
    return result;
  },
  "Array.prototype.copyWithin"(target, start, end) {
    const object = toObject(this);
    const length = lengthOf(object);
    const to = relativeIndex(target, length, 0);
    const from = relativeIndex(start, length, 0);
    const last = relativeIndex(end, length, length);
    const count = last - from < length - to ? last - from : length - to;
    if (from < to && to < from + count) {
      moveElements(object, from, to, count);
    } else {
      for (let k = 0; k < count; k++) {
        if ($has(object, from + k)) {
          object[to + k] = object[from + k];
        } else {
          deleteElement(object, to + k);
        }
      }
    }
    return object;
  },
  "Array.prototype.fill"(value, start, end) {
    const object = toObject(this);
    const length = lengthOf(object);
    const last = relativeIndex(end, length, length);
    for (let k = relativeIndex(start, length, 0); k < last; k++) {
      object[k] = value;
    }
    return object;
  },
  "Array.prototype.includes"(wanted, fromIndex) {
    const object = toObject(this);
    const length = lengthOf(object);
    if (length === 0) {
      return false;
    }
    for (let k = searchStart(fromIndex, length); k < length; k++) {
      if (sameValueZero(object[k], wanted)) {
        return true;
      }
    }
    return false;
  },
  "Array.prototype.indexOf"(wanted, fromIndex) {
    const object = thisObject(this, "indexOf");
    const length = lengthOf(object);
    if (length === 0) {
      return -1;
    }
    for (let k = searchStart(fromIndex, length); k < length; k++) {
      if ($has(object, k) && object[k] === wanted) {
        return k;
      }
    }
    return -1;
  },
  "Array.prototype.lastIndexOf"(wanted, ...rest) {
    const object = toObject(this);
    const length = lengthOf(object);
    if (length === 0) {
      return -1;
    }
    const start = $arrayLength(rest) > 0 ? toInteger(rest[0]) : length - 1;
    for (let k = start >= 0 ? (start < length - 1 ? start : length - 1) : length + start; k >= 0; k--) {
      if ($has(object, k) && object[k] === wanted) {
        return k;
      }
    }
    return -1;
  },
  "Array.prototype.join"(separator) {
    return join(toObject(this), separator, false);
  },
  "Array.prototype.pop"() {
    const object = toObject(this);
    const length = lengthOf(object);
    if (length === 0) {
      setLength(object, 0);
      return undefined;
    }
    const value = object[length - 1];
    deleteElement(object, length - 1);
    setLength(object, length - 1);
    return value;
  },
  "Array.prototype.push"(...items) {
    const object = toObject(this);
    const length = lengthOf(object);
    const count = $arrayLength(items);
    if (length + count > LARGEST_INTEGER) {
      throw tooLong();
    }
    for (let i = 0; i < count; i++) {
      object[length + i] = items[i];
    }
    setLength(object, length + count);
    return length + count;
  },
  "Array.prototype.reverse"() {
    const object = toObject(this);
    const length = lengthOf(object);
    const middle = $truncate(length / 2);
    for (let lower = 0; lower < middle; lower++) {
      const upper = length - 1 - lower;
      const hasLower = $has(object, lower);
      const low = hasLower ? object[lower] : undefined;
      const hasUpper = $has(object, upper);
      const high = hasUpper ? object[upper] : undefined;
      if (hasUpper) {
        object[lower] = high;
      } else if (hasLower) {
        deleteElement(object, lower);
      }
      if (hasLower) {
        object[upper] = low;
      } else if (hasUpper) {
        deleteElement(object, upper);
      }
    }
    return object;
  },
  "Array.prototype.shift"() {
    const object = toObject(this);
    const length = lengthOf(object);
    if (length === 0) {
      setLength(object, 0);
      return undefined;
    }
    const first = object[0];
    moveElements(object, 1, 0, length - 1);
    deleteElement(object, length - 1);
    setLength(object, length - 1);
    return first;
  },
  "Array.prototype.slice"(start, end) {
    const object = toObject(this);
    const length = lengthOf(object);
    const from = relativeIndex(start, length, 0);
    const last = relativeIndex(end, length, length);
    const result = arraySpeciesCreate(object, last > from ? last - from : 0);
    let n = 0;
    for (let k = from; k < last; k++) {
      if ($has(object, k)) {
        createDataProperty(result, n, object[k]);
      }
      n++;
    }
    setLength(result, n);
    return result;
  },
  "Array.prototype.splice"(...args) {
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
    if (length + items - removed > LARGEST_INTEGER) {
      throw tooLong();
    }
    const result = arraySpeciesCreate(object, removed);
    for (let k = 0; k < removed; k++) {
      if ($has(object, start + k)) {
        createDataProperty(result, k, object[start + k]);
      }
    }
    setLength(result, removed);
    if (items !== removed) {
      moveElements(object, start + removed, start + items, length - start - removed);
      for (let k = length; k > length - removed + items; k--) {
        deleteElement(object, k - 1);
      }
    }
    for (let k = 0; k < items; k++) {
      object[start + k] = args[2 + k];
    }
    setLength(object, length - removed + items);
    return result;
  },
  "Array.prototype.toReversed"() {
    const object = toObject(this);
    const length = lengthOf(object);
    const result = newArrayOf(length);
    for (let k = 0; k < length; k++) {
      createDataProperty(result, k, object[length - 1 - k]);
    }
    return result;
  },
  "Array.prototype.unshift"(...items) {
    const object = toObject(this);
    const length = lengthOf(object);
    const count = $arrayLength(items);
    if (count > 0) {
      if (length + count > LARGEST_INTEGER) {
        throw tooLong();
      }
      moveElements(object, 0, count, length);
      for (let k = 0; k < count; k++) {
        object[k] = items[k];
      }
    }
    setLength(object, length + count);
    return length + count;
  },
  "Array.prototype.with"(index, value) {
    const object = toObject(this);
    const length = lengthOf(object);
    const relative = toInteger(index);
    const place = relative >= 0 ? relative : length + relative;
    if (place < 0 || place >= length) {
      throw makeRangeError("Invalid index : " + describe(relative));
    }
    const result = newArrayOf(length);
    for (let k = 0; k < length; k++) {
      createDataProperty(result, k, k === place ? value : object[k]);
    }
    return result;
  },
  "Array.prototype.keys"() {
    return $newIterator(toObject(this), 0, 0);
  },
  "Array.prototype.values"() {
    return $newIterator(toObject(this), 1, 0);
  },
  "Array.prototype.entries"() {
    return $newIterator(toObject(this), 2, 0);
  },
});

$methods("Array.prototype", {
  toLocaleString() {
    return join(toObject(this), ",", true);
  },
  toString() {
    const array = toObject(this);
    const method = array.join;
    return $isCallable(method) ? $call(method, array) : objectToString(array);
  },
});

$alias("Array.prototype[Symbol.iterator]", "Array.prototype.values");

// %ThrowTypeError% (section 10.2.4.1): has no name, and can't be changed.
const throwTypeError = [
  () => {
    throw makeTypeError(
      "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them",
    );
  },
][0];
$defineData(throwTypeError, "length", 0, 0);
$defineData(throwTypeError, "name", "", 0);
$preventExtensions(throwTypeError);
$defineAccessor($intrinsic("Function"), "caller", throwTypeError, throwTypeError, CONFIGURABLE);
$defineAccessor($intrinsic("Function"), "arguments", throwTypeError, throwTypeError, CONFIGURABLE);

// Every arguments object begins as a copy of this one's properties, in this order (section 10.4.4.6).
$defineData($intrinsic("Arguments"), "length", 0, HIDDEN);
$alias("Arguments.prototype[Symbol.iterator]", "Array.prototype.values");
$defineAccessor($intrinsic("Arguments"), "callee", throwTypeError, throwTypeError, 0);

const unscopables = $newObject(null);
unscopables.at = true;
unscopables.copyWithin = true;
unscopables.entries = true;
unscopables.fill = true;
unscopables.find = true;
unscopables.findIndex = true;
unscopables.findLast = true;
unscopables.findLastIndex = true;
unscopables.flat = true;
unscopables.flatMap = true;
unscopables.includes = true;
unscopables.keys = true;
unscopables.values = true;
unscopables.toReversed = true;
unscopables.toSorted = true;
unscopables.toSpliced = true;
$defineData($intrinsic("Array"), Symbol_unscopables, unscopables, CONFIGURABLE);
