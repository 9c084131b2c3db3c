// Iterator (section 27.1): the prototypes of the library's iterators, and the helpers of Iterator.prototype.

const IteratorPrototype = $intrinsic("Iterator");
const ARRAY_BRAND = 0;
const STRING_BRAND = 3;

function setUpIteratorPrototype(name, tag) {
  const prototype = $intrinsic(name);
  $setPrototype(prototype, IteratorPrototype);
  $defineData(prototype, Symbol_toStringTag, tag, CONFIGURABLE);
}

setUpIteratorPrototype("ArrayIterator", "Array Iterator");
setUpIteratorPrototype("MapIterator", "Map Iterator");
setUpIteratorPrototype("SetIterator", "Set Iterator");
setUpIteratorPrototype("StringIterator", "String Iterator");
setUpIteratorPrototype("IteratorHelper", "Iterator Helper");
$setPrototype($intrinsic("WrapForValidIterator"), IteratorPrototype);

function requireArrayIterator(value) {
  if ($iteratorTarget(value, ARRAY_BRAND) === undefined) {
    throw incompatible("Array Iterator.prototype.next", value);
  }
}

$slow({
  // Over objects that are not arrays, and elements that are holes, sparse or accessors.
  "ArrayIterator.prototype.next"() {
    requireArrayIterator(this);
    const target = $iteratorTarget(this, ARRAY_BRAND);
    if (target === null) {
      return { value: undefined, done: true };
    }
    const position = $iteratorPosition(this);
    const length = lengthOf(target);
    if (position >= length) {
      $setIteratorPosition(this, -1);
      return { value: undefined, done: true };
    }
    $setIteratorPosition(this, position + 1);
    const kind = $iteratorKind(this);
    if (kind === 0) {
      return { value: position, done: false };
    }
    const value = target[position];
    return { value: kind === 1 ? value : [position, value], done: false };
  },
  "MapIterator.prototype.next"() {
    throw incompatible("Map Iterator.prototype.next", this);
  },
  "SetIterator.prototype.next"() {
    throw incompatible("Set Iterator.prototype.next", this);
  },
  "StringIterator.prototype.next"() {
    throw incompatible("String Iterator.prototype.next", this);
  },
  "String.prototype[Symbol.iterator]"() {
    requireCoercible(this, "String.prototype[Symbol.iterator]");
    return $newIterator(toString(this), 1, STRING_BRAND);
  },
});

const IteratorConstructor = $constructor(
  "Iterator",
  function Iterator() {
    if (new.target === undefined) {
      throw makeTypeError("Constructor Iterator requires 'new'");
    }
    if (new.target === IteratorConstructor) {
      throw makeTypeError("Abstract class Iterator not directly constructable");
    }
    return $newObject($protoFrom(new.target, "Iterator"));
  },
  0,
);

// The two properties of Iterator.prototype that a derived object may set without changing the prototype (section 27.1.4.1).
function weirdAccessor(key, value) {
  $defineAccessor(
    IteratorPrototype,
    key,
    {
      get() {
        return value;
      },
    }.get,
    {
      set(changed) {
        if (!$isObject(this)) {
          throw makeTypeError("Iterator.prototype property set on " + describe(this));
        }
        if (this === IteratorPrototype) {
          throw errorMakers[10](key, this);
        }
        if ($ownAttributes(this, key) < 0) {
          createDataProperty(this, key, changed);
        } else {
          this[key] = changed;
        }
      },
    }.set,
    CONFIGURABLE,
  );
}

weirdAccessor("constructor", IteratorConstructor);
weirdAccessor(Symbol_toStringTag, "Iterator");

function requireIterator(value, method) {
  if (!$isObject(value)) {
    throw makeTypeError("Iterator.prototype." + method + " called on non-object");
  }
}

// A callback that is none closes the iterator it was to be used with.
function requireCallback(callback, iterator) {
  if (!$isCallable(callback)) {
    abortIterator(iterator);
    throw makeTypeError(describeCallee(undefined, callback) + " is not a function");
  }
}

// A helper: `step` gives the next value or $done(); `state` is what it works on. Hidden slot 0 holds the record.
function makeHelper(iterator, step, state) {
  return helperOf(iterator, iterator.next, step, state, closeHelped);
}

// `close` is what return() does with the iterators underneath.
function helperOf(iterator, next, step, state, close) {
  const helper = $newObject($intrinsic("IteratorHelper"));
  $setSlot(helper, 0, {
    iterator, next, step, state, close, inner: undefined, innerNext: undefined, started: false, running: false, done: false,
  });
  return helper;
}

function closeHelped(record) {
  if (record.inner !== undefined) {
    try {
      closeIterator(record.inner);
    } catch (error) {
      abortIterator(record.iterator);
      throw error;
    }
  }
  closeIterator(record.iterator);
}

function helperRecord(helper, method) {
  const record = $isObject(helper) ? $slot(helper, 0) : undefined;
  if (record === undefined) {
    throw incompatible("Iterator Helper.prototype." + method, helper);
  }
  if (record.running) {
    throw makeTypeError("Generator is already running");
  }
  return record;
}

$methods("IteratorHelper.prototype", {
  next() {
    const record = helperRecord(this, "next");
    if (record.done) {
      return { value: undefined, done: true };
    }
    record.running = record.started = true;
    let value;
    try {
      value = record.step(record);
    } catch (error) {
      record.done = true;
      throw error;
    } finally {
      record.running = false;
    }
    if ($isDone(value)) {
      record.done = true;
      return { value: undefined, done: true };
    }
    return { value, done: false };
  },
  return() {
    const record = helperRecord(this, "return");
    if (!record.done) {
      record.done = true;
      record.running = record.started;
      try {
        record.close(record);
      } finally {
        record.running = false;
      }
    }
    return { value: undefined, done: true };
  },
});

// Calls back; what the callback throws closes the iterator.
function guarded(iterator, callback, value, counter) {
  try {
    return $call(callback, undefined, value, counter);
  } catch (error) {
    abortIterator(iterator);
    throw error;
  }
}

function mapStep(record) {
  const value = nextValue(record.iterator, record.next);
  return $isDone(value) ? value : guarded(record.iterator, record.state.callback, value, record.state.counter++);
}

function filterStep(record) {
  for (;;) {
    const value = nextValue(record.iterator, record.next);
    if ($isDone(value) || guarded(record.iterator, record.state.callback, value, record.state.counter++)) {
      return value;
    }
  }
}

function takeStep(record) {
  if (record.state.counter <= 0) {
    closeIterator(record.iterator);
    return $done();
  }
  record.state.counter--;
  return nextValue(record.iterator, record.next);
}

function dropStep(record) {
  while (record.state.counter > 0) {
    record.state.counter--;
    if ($isDone(nextValue(record.iterator, record.next))) {
      return $done();
    }
  }
  return nextValue(record.iterator, record.next);
}

function flatMapStep(record) {
  for (;;) {
    if (record.inner !== undefined) {
      let value;
      try {
        value = nextValue(record.inner, record.innerNext);
      } catch (error) {
        abortIterator(record.iterator);
        throw error;
      }
      if (!$isDone(value)) {
        return value;
      }
      record.inner = undefined;
    }
    const outer = nextValue(record.iterator, record.next);
    if ($isDone(outer)) {
      return outer;
    }
    const mapped = guarded(record.iterator, record.state.callback, outer, record.state.counter++);
    try {
      const inner = flattenable(mapped, false);
      record.innerNext = inner.next;
      record.inner = inner;
    } catch (error) {
      abortIterator(record.iterator);
      throw error;
    }
  }
}

// GetIteratorFlattenable (section 7.4.4): the iterator.
function flattenable(value, strings) {
  if (!$isObject(value) && !(strings && typeof value === "string")) {
    throw makeTypeError(describe(value) + " is not an object");
  }
  const method = value[Symbol_iterator];
  const iterator = method === undefined || method === null ? value : $call(method, value);
  if (!$isObject(iterator)) {
    throw makeTypeError(describe(iterator) + " is not an object");
  }
  return iterator;
}

function limitOf(value, iterator) {
  let number;
  try {
    number = toNumber(value);
  } catch (error) {
    abortIterator(iterator);
    throw error;
  }
  const limit = $truncate(number);
  if (number !== number || limit < 0 || (limit > LARGEST_INTEGER && limit !== Infinity_)) {
    abortIterator(iterator);
    throw makeRangeError(describe(value) + " must be positive");
  }
  return limit;
}

// Goes through an iterator: `visit` answers $hole() to go on, anything else is the result.
function consume(iterator, visit, end) {
  const next = iterator.next;
  for (let counter = 0; ; counter++) {
    const value = nextValue(iterator, next);
    if ($isDone(value)) {
      return end;
    }
    let result;
    try {
      result = visit(value, counter);
    } catch (error) {
      abortIterator(iterator);
      throw error;
    }
    if (!$isHole(result)) {
      closeIterator(iterator);
      return result;
    }
  }
}

$methods("Iterator.prototype", {
  [Symbol_iterator]() {
    return this;
  },
  map(callback) {
    requireIterator(this, "map");
    requireCallback(callback, this);
    return makeHelper(this, mapStep, { callback, counter: 0 });
  },
  filter(callback) {
    requireIterator(this, "filter");
    requireCallback(callback, this);
    return makeHelper(this, filterStep, { callback, counter: 0 });
  },
  take(limit) {
    requireIterator(this, "take");
    return makeHelper(this, takeStep, { callback: undefined, counter: limitOf(limit, this) });
  },
  drop(limit) {
    requireIterator(this, "drop");
    return makeHelper(this, dropStep, { callback: undefined, counter: limitOf(limit, this) });
  },
  flatMap(callback) {
    requireIterator(this, "flatMap");
    requireCallback(callback, this);
    return makeHelper(this, flatMapStep, { callback, counter: 0 });
  },
  reduce(callback, ...initial) {
    requireIterator(this, "reduce");
    requireCallback(callback, this);
    const next = this.next;
    let counter = 0;
    let accumulator = initial[0];
    if ($arrayLength(initial) === 0) {
      accumulator = nextValue(this, next);
      if ($isDone(accumulator)) {
        throw makeTypeError("Reduce of a done iterator with no initial value");
      }
      counter = 1;
    }
    for (; ; counter++) {
      const value = nextValue(this, next);
      if ($isDone(value)) {
        return accumulator;
      }
      try {
        accumulator = $call(callback, undefined, accumulator, value, counter);
      } catch (error) {
        abortIterator(this);
        throw error;
      }
    }
  },
  toArray() {
    requireIterator(this, "toArray");
    const next = this.next;
    const result = [];
    if ($drain(result, this, next)) {
      return result;
    }
    for (;;) {
      const value = nextValue(this, next);
      if ($isDone(value)) {
        return result;
      }
      $push(result, value);
    }
  },
  forEach(callback) {
    requireIterator(this, "forEach");
    requireCallback(callback, this);
    consume(
      this,
      (value, counter) => {
        $call(callback, undefined, value, counter);
        return $hole();
      },
      undefined,
    );
  },
  some(callback) {
    requireIterator(this, "some");
    requireCallback(callback, this);
    return consume(this, (value, counter) => ($call(callback, undefined, value, counter) ? true : $hole()), false);
  },
  every(callback) {
    requireIterator(this, "every");
    requireCallback(callback, this);
    return consume(this, (value, counter) => ($call(callback, undefined, value, counter) ? $hole() : false), true);
  },
  find(callback) {
    requireIterator(this, "find");
    requireCallback(callback, this);
    return consume(this, (value, counter) => ($call(callback, undefined, value, counter) ? value : $hole()), undefined);
  },
});

$methods("WrapForValidIterator.prototype", {
  next() {
    const record = $isObject(this) ? $slot(this, 0) : undefined;
    if (record === undefined) {
      throw incompatible("%WrapForValidIteratorPrototype%.next", this);
    }
    return $call(record.next, record.iterator);
  },
  return() {
    const record = $isObject(this) ? $slot(this, 0) : undefined;
    if (record === undefined) {
      throw incompatible("%WrapForValidIteratorPrototype%.return", this);
    }
    const method = record.iterator.return;
    return method === undefined || method === null ? { value: undefined, done: true } : $call(method, record.iterator);
  },
});

$methods("Iterator", {
  from(value) {
    const iterator = flattenable(value, true);
    const next = iterator.next;
    if (ordinaryHasInstance(IteratorConstructor, iterator)) {
      return iterator;
    }
    const wrapper = $newObject($intrinsic("WrapForValidIterator"));
    $setSlot(wrapper, 0, { iterator, next });
    return wrapper;
  },
});
