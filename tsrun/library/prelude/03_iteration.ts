// The iterator protocol, spreading, and the enumeration of for-in, where the VM's fast paths don't apply.

function getIteratorMethod(value) {
  return value === undefined || value === null ? undefined : value[Symbol_iterator];
}

// GetIterator (section 7.4.2): the iterator and its next method.
function openIterator(iterable, text = undefined) {
  const method = getIteratorMethod(iterable);
  if (method === undefined || method === null || !$isCallable(method)) {
    throw notIterable(iterable, text);
  }
  return iteratorFromMethod(iterable, method);
}

function iteratorFromMethod(iterable, method) {
  const iterator = $call(method, iterable);
  if (!$isObject(iterator)) {
    throw makeTypeError("Result of the Symbol.iterator method is not an object");
  }
  return [iterator, iterator.next];
}

// IteratorStepValue (section 7.4.10): the value, or what $isDone knows. The library's own iterators need no result object.
function nextValue(iterator, next) {
  const value = $fastStep(iterator, next);
  return $isHole(value) ? stepIterator(iterator, next) : value;
}

function stepIterator(iterator, next) {
  const result = $call(next, iterator);
  if (!$isObject(result)) {
    throw errorMakers[15](result);
  }
  return result.done ? $done() : result.value;
}

// IteratorStep of an elision in a pattern, which asks for no value.
function skipValue(iterator, next) {
  const result = $call(next, iterator);
  if (!$isObject(result)) {
    throw errorMakers[15](result);
  }
  return result.done ? $done() : undefined;
}

// What a result object that a generator passed on says, for those who take bare values.
$root("iterator_result", function iteratorResult(result) {
  return result.done ? $done() : result.value;
});

// IteratorClose (section 7.4.11) of a normal completion.
function closeIterator(iterator) {
  const method = iterator.return;
  if (method !== undefined && method !== null) {
    const result = $call(method, iterator);
    if (!$isObject(result)) {
      throw errorMakers[15](result);
    }
  }
}

// IteratorClose of a throw completion: what goes wrong here is not heard of.
function abortIterator(iterator) {
  try {
    const method = iterator.return;
    if (method !== undefined && method !== null) {
      $call(method, iterator);
    }
  } catch {
    // The completion that closes the iterator wins.
  }
}

$root("iterator_open", openIterator);
$root("iterator_step", nextValue);
$root("iterator_skip", skipValue);
$root("iterator_close", closeIterator);
$root("iterator_abort", abortIterator);

// `next` is a number for an array that needs no iterator: the index to go on with.
$root("iterator_rest", function iteratorRest(iterator, next) {
  const array = [];
  if (typeof next === "number") {
    for (let i = next; i < $arrayLength(iterator); i++) {
      $push(array, iterator[i]);
    }
    return array;
  }
  for (;;) {
    const value = nextValue(iterator, next);
    if ($isDone(value)) {
      return array;
    }
    $push(array, value);
  }
});

function appendAll(array, iterable, text = undefined) {
  if ($appendIterable(array, iterable)) {
    return array;
  }
  const record = openIterator(iterable, text);
  const iterator = record[0];
  const next = record[1];
  if ($drain(array, iterator, next)) {
    return array;
  }
  for (;;) {
    const value = nextValue(iterator, next);
    if ($isDone(value)) {
      return array;
    }
    $push(array, value);
  }
}

// What an iterable gives, as a new array.
function listOf(iterable) {
  return appendAll([], iterable);
}

$root("array_spread", appendAll);

// CopyDataProperties (section 7.3.26)
function copyDataProperties(target, source, excluded) {
  if (source === undefined || source === null) {
    return target;
  }
  const from = toObject(source);
  const keys = $ownKeys(from);
  const count = $arrayLength(keys);
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    if (excluded !== undefined && isExcluded(excluded, key)) {
      continue;
    }
    const attributes = $ownAttributes(from, key);
    if (attributes >= 0 && (attributes & ENUMERABLE) !== 0) {
      $defineData(target, key, from[key], DEFAULT_ATTRIBUTES);
    }
  }
  return target;
}

function isExcluded(excluded, key) {
  const count = $arrayLength(excluded);
  for (let i = 0; i < count; i++) {
    if ($sameKey(excluded[i], key)) {
      return true;
    }
  }
  return false;
}

$root("object_spread", function objectSpread(target, source) {
  return copyDataProperties(target, source, undefined);
});

$root("object_rest", function objectRest(source, excluded) {
  return copyDataProperties($newObject($intrinsic("Object")), source, excluded);
});

// EnumerateObjectProperties (section 14.7.5.9): own string keys, then those of the prototypes that nothing shadows.
$root("for_in_keys", function forInKeys(value) {
  const result = [];
  if (value === undefined || value === null) {
    return result;
  }
  let holder = toObject(value);
  const own = $forInKeys(holder);
  if (own !== undefined) {
    return own;
  }
  const seen = $newTable();
  const walk = { proxies: 0 };
  while (holder !== null) {
    const keys = $ownKeys(holder);
    const count = $arrayLength(keys);
    for (let i = 0; i < count; i++) {
      const key = keys[i];
      if (typeof key === "symbol") {
        continue;
      }
      const attributes = $ownAttributes(holder, key);
      if (attributes >= 0 && $tableAdd(seen, key) && (attributes & ENUMERABLE) !== 0) {
        $push(result, key);
      }
    }
    holder = nextPrototype(walk, holder);
  }
  return result;
});
