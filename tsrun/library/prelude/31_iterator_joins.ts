// Iterators of several iterators (sections 27.1.3.2.1 and 27.1.3.2.3), and Iterator.prototype's chunks, windows, includes, join.

const LARGEST_COUNT = 4294967295;
const array_shift = $builtin("Array.prototype.shift");

// IteratorCloseAll (section 7.4.13) of a normal completion, last one first: the first error ends it, the others are closed.
function closeAll(iterators, open) {
  let failed = false;
  let reason;
  for (let i = $arrayLength(iterators) - 1; i >= 0; i--) {
    if (!open[i]) {
      continue;
    }
    open[i] = false;
    if (failed) {
      abortIterator(iterators[i]);
      continue;
    }
    try {
      closeIterator(iterators[i]);
    } catch (error) {
      failed = true;
      reason = error;
    }
  }
  if (failed) {
    throw reason;
  }
}

// The same of a throw completion.
function abortAll(iterators, open) {
  for (let i = $arrayLength(iterators) - 1; i >= 0; i--) {
    if (open[i]) {
      open[i] = false;
      abortIterator(iterators[i]);
    }
  }
}

function concatStep(record) {
  const state = record.state;
  for (;;) {
    if (record.inner === undefined) {
      if (state.position === $arrayLength(state.items)) {
        return $done();
      }
      const position = state.position++;
      const opened = iteratorFromMethod(state.items[position], state.methods[position]);
      record.inner = opened[0];
      record.innerNext = opened[1];
    }
    const value = nextValue(record.inner, record.innerNext);
    if (!$isDone(value)) {
      return value;
    }
    record.inner = undefined;
  }
}

function closeConcat(record) {
  if (record.inner !== undefined) {
    closeIterator(record.inner);
  }
}

// IteratorZip (section 27.1.3.2.5). `finish` makes the result of a list of values.
function makeZip(zipped, mode, padding, finish) {
  const state = { iterators: zipped.iterators, nexts: zipped.nexts, open: zipped.open, mode, padding, finish };
  return helperOf(undefined, undefined, zipStep, state, closeZip);
}

function closeZip(record) {
  closeAll(record.state.iterators, record.state.open);
}

function zipStep(record) {
  const state = record.state;
  const count = $arrayLength(state.iterators);
  if (count === 0) {
    return $done();
  }
  const results = [];
  for (let i = 0; i < count; i++) {
    if (!state.open[i]) {
      $push(results, state.padding[i]);
      continue;
    }
    let value;
    try {
      value = nextValue(state.iterators[i], state.nexts[i]);
    } catch (error) {
      state.open[i] = false;
      abortAll(state.iterators, state.open);
      throw error;
    }
    if ($isDone(value)) {
      state.open[i] = false;
      if (state.mode !== "longest") {
        if (state.mode === "strict") {
          requireSameLength(state, i);
        }
        closeAll(state.iterators, state.open);
        return value;
      }
      if (!anyOpen(state.open)) {
        return value;
      }
      value = state.padding[i];
    }
    $push(results, value);
  }
  return state.finish(results);
}

function anyOpen(open) {
  for (let i = 0; i < $arrayLength(open); i++) {
    if (open[i]) {
      return true;
    }
  }
  return false;
}

// In mode "strict" an iterator has ended: it must be the first one, and the others must end, too.
function requireSameLength(state, ended) {
  let differs = ended !== 0;
  try {
    for (let i = 1; !differs && i < $arrayLength(state.iterators); i++) {
      state.open[i] = false;
      const result = $call(state.nexts[i], state.iterators[i]);
      if (!$isObject(result)) {
        throw errorMakers[15](result);
      }
      if (!result.done) {
        state.open[i] = true;
        differs = true;
      }
    }
    if (differs) {
      throw makeTypeError("The iterators are not of the same length");
    }
  } catch (error) {
    abortAll(state.iterators, state.open);
    throw error;
  }
}

// What the options of zip and zipKeyed say: mode and padding.
function zipOptions(iterables, options) {
  if (!$isObject(iterables)) {
    throw makeTypeError(describe(iterables) + " is not an object");
  }
  if (options !== undefined && !$isObject(options)) {
    throw makeTypeError(describe(options) + " is not an object");
  }
  let mode = options === undefined ? undefined : options.mode;
  if (mode === undefined) {
    mode = "shortest";
  } else if (mode !== "shortest" && mode !== "longest" && mode !== "strict") {
    throw makeTypeError(describeCallee(undefined, mode) + " is not 'shortest', 'longest' or 'strict'");
  }
  const padding = mode === "longest" && options !== undefined ? options.padding : undefined;
  if (padding !== undefined && !$isObject(padding)) {
    throw makeTypeError("The padding " + describe(padding) + " is not an object");
  }
  return { mode, padding };
}

function addZipped(zipped, value) {
  const iterator = flattenable(value, false);
  const next = iterator.next;
  $push(zipped.iterators, iterator);
  $push(zipped.nexts, next);
  $push(zipped.open, true);
}

// Values of an iterable for the iterators that end early, undefined behind its end.
function paddingOf(iterable, count) {
  const padding = [];
  const opened = openIterator(iterable);
  let open = true;
  for (let i = 0; i < count; i++) {
    const value = open ? nextValue(opened[0], opened[1]) : undefined;
    if (open && $isDone(value)) {
      open = false;
    }
    $push(padding, open ? value : undefined);
  }
  if (open) {
    closeIterator(opened[0]);
  }
  return padding;
}

function listItself(results) {
  return results;
}

$methods("Iterator", {
  concat(...items) {
    const methods = [];
    for (let i = 0; i < $arrayLength(items); i++) {
      const item = items[i];
      if (!$isObject(item)) {
        throw makeTypeError(describe(item) + " is not an object");
      }
      const method = item[Symbol_iterator];
      if (!$isCallable(method)) {
        throw notIterable(item, undefined);
      }
      $push(methods, method);
    }
    return helperOf(undefined, undefined, concatStep, { items, methods, position: 0 }, closeConcat);
  },
  zip(iterables, options = undefined) {
    const asked = zipOptions(iterables, options);
    const zipped = { iterators: [], nexts: [], open: [] };
    const input = openIterator(iterables);
    for (;;) {
      let value;
      try {
        value = nextValue(input[0], input[1]);
      } catch (error) {
        abortAll(zipped.iterators, zipped.open);
        throw error;
      }
      if ($isDone(value)) {
        break;
      }
      try {
        addZipped(zipped, value);
      } catch (error) {
        abortAll(zipped.iterators, zipped.open);
        abortIterator(input[0]);
        throw error;
      }
    }
    let padding = [];
    if (asked.padding !== undefined) {
      try {
        padding = paddingOf(asked.padding, $arrayLength(zipped.iterators));
      } catch (error) {
        abortAll(zipped.iterators, zipped.open);
        throw error;
      }
    }
    return makeZip(zipped, asked.mode, padding, listItself);
  },
  zipKeyed(iterables, options = undefined) {
    const asked = zipOptions(iterables, options);
    const zipped = { iterators: [], nexts: [], open: [] };
    const keys = [];
    const padding = [];
    const all = $ownKeys(iterables);
    try {
      for (let i = 0; i < $arrayLength(all); i++) {
        const attributes = $ownAttributes(iterables, all[i]);
        const value = attributes >= 0 && (attributes & ENUMERABLE) !== 0 ? iterables[all[i]] : undefined;
        if (value !== undefined) {
          $push(keys, all[i]);
          addZipped(zipped, value);
        }
      }
      if (asked.padding !== undefined) {
        for (let i = 0; i < $arrayLength(keys); i++) {
          $push(padding, asked.padding[keys[i]]);
        }
      }
    } catch (error) {
      abortAll(zipped.iterators, zipped.open);
      throw error;
    }
    return makeZip(zipped, asked.mode, padding, (results) => {
      const object = $newObject(null);
      for (let i = 0; i < $arrayLength(keys); i++) {
        $defineData(object, keys[i], results[i], DEFAULT_ATTRIBUTES);
      }
      return object;
    });
  },
});

// The number of values of a chunk or window; any other closes the iterator.
function sizeOf(value, iterator) {
  if (typeof value !== "number" || $truncate(value) !== value || value === Infinity_ || value === -Infinity_) {
    abortIterator(iterator);
    throw makeTypeError(describeCallee(undefined, value) + " is not an integer");
  }
  if (value < 1 || value > LARGEST_COUNT) {
    abortIterator(iterator);
    throw makeRangeError(describe(value) + " must be from 1 to " + LARGEST_COUNT);
  }
  return value;
}

function chunkStep(record) {
  const state = record.state;
  const chunk = [];
  while (!state.ended && $arrayLength(chunk) < state.size) {
    const value = nextValue(record.iterator, record.next);
    if ($isDone(value)) {
      state.ended = true;
    } else {
      $push(chunk, value);
    }
  }
  return $arrayLength(chunk) === 0 ? $done() : chunk;
}

function copyOfList(list) {
  const copy = [];
  const count = $arrayLength(list);
  for (let i = 0; i < count; i++) {
    $push(copy, list[i]);
  }
  return copy;
}

function windowStep(record) {
  const state = record.state;
  const values = state.values;
  while (!state.ended) {
    const value = nextValue(record.iterator, record.next);
    if ($isDone(value)) {
      state.ended = true;
      const count = $arrayLength(values);
      return state.partial && count > 0 && count < state.size ? values : value;
    }
    if ($arrayLength(values) === state.size) {
      $call(array_shift, values);
    }
    $push(values, value);
    if ($arrayLength(values) === state.size) {
      return copyOfList(values);
    }
  }
  return $done();
}

// How many values `includes` leaves out at the beginning; a wrong number closes the iterator.
function skippedOf(value, iterator) {
  if (value === undefined) {
    return 0;
  }
  if (typeof value !== "number" || $truncate(value) !== value) {
    abortIterator(iterator);
    throw makeTypeError(describeCallee(undefined, value) + " is not an integer");
  }
  if (value < 0 || (value > LARGEST_INTEGER && value !== Infinity_)) {
    abortIterator(iterator);
    throw makeRangeError(describe(value) + " is out of range");
  }
  return value;
}

$methods("Iterator.prototype", {
  chunks(chunkSize) {
    requireIterator(this, "chunks");
    return makeHelper(this, chunkStep, { size: sizeOf(chunkSize, this), ended: false });
  },
  windows(windowSize, undersized = undefined) {
    requireIterator(this, "windows");
    const size = sizeOf(windowSize, this);
    if (undersized !== undefined && undersized !== "only-full" && undersized !== "allow-partial") {
      abortIterator(this);
      throw makeTypeError(describeCallee(undefined, undersized) + " is not 'only-full' or 'allow-partial'");
    }
    return makeHelper(this, windowStep, { size, partial: undersized === "allow-partial", values: [], ended: false });
  },
  includes(searchElement, skippedElements = undefined) {
    requireIterator(this, "includes");
    const skipped = skippedOf(skippedElements, this);
    return consume(
      this,
      (value, counter) => (counter >= skipped && sameValueZero(value, searchElement) ? true : $hole()),
      false,
    );
  },
  join(separator) {
    requireIterator(this, "join");
    const iterator = this;
    let text = "";
    try {
      separator = separator === undefined ? "," : toString(separator);
    } catch (error) {
      abortIterator(iterator);
      throw error;
    }
    consume(
      iterator,
      (value, counter) => {
        text += (counter === 0 ? "" : separator) + (value === undefined || value === null ? "" : toString(value));
        return $hole();
      },
      undefined,
    );
    return text;
  },
});
