// Map and Set (sections 24.1 and 24.2). Entries live in the kernel; loops that user code may disturb go by a cursor.

const MapSet = $builtin("Map.prototype.set");
const SetAdd = $builtin("Set.prototype.add");
const SetHas = $builtin("Set.prototype.has");

function requireKind(value, kind, method) {
  if (!$isKind(value, kind)) {
    throw incompatible(method, value);
  }
}

$constructor(
  "Map",
  function Map(iterable) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor Map requires 'new'");
    }
    const map = $newMap($protoFrom(new.target, "Map"));
    if (iterable === undefined || iterable === null) {
      return map;
    }
    const adder = map.set;
    if (!$isCallable(adder)) {
      throw makeTypeError("'" + describe(adder) + "' returned for property 'set' of object '#<Map>' is not a function");
    }
    if (adder === MapSet) {
      addEntries(iterable, (key, value) => {
        $tableSet(map, key, value);
      });
    } else {
      addEntries(iterable, (key, value) => {
        $call(adder, map, key, value);
      });
    }
    return map;
  },
  0,
);

$constructor(
  "Set",
  function Set(iterable) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor Set requires 'new'");
    }
    const set = $newSet($protoFrom(new.target, "Set"));
    if (iterable === undefined || iterable === null) {
      return set;
    }
    const adder = set.add;
    if (!$isCallable(adder)) {
      throw makeTypeError("'" + describe(adder) + "' returned for property 'add' of object '#<Set>' is not a function");
    }
    const record = openIterator(iterable);
    const iterator = record[0];
    const next = record[1];
    for (;;) {
      const value = nextValue(iterator, next);
      if ($isDone(value)) {
        return set;
      }
      if (adder === SetAdd) {
        $tableAdd(set, value);
      } else {
        try {
          $call(adder, set, value);
        } catch (error) {
          abortIterator(iterator);
          throw error;
        }
      }
    }
  },
  0,
);

function toMapKey(value) {
  return value === 0 ? 0 : value;
}

$methods("Map", {
  groupBy(items, callback) {
    const found = groupBy(items, callback, toMapKey);
    const map = $newMap($intrinsic("Map"));
    const count = $arrayLength(found.order);
    for (let i = 0; i < count; i++) {
      $tableSet(map, found.order[i], $tableGet(found.groups, found.order[i]));
    }
    return map;
  },
  get [Symbol_species]() {
    return this;
  },
});

$methods("Set", {
  get [Symbol_species]() {
    return this;
  },
});

const map_get = $builtin("Map.prototype.get");
const map_has = $builtin("Map.prototype.has");
const map_set = $builtin("Map.prototype.set");

$methods("Map.prototype", {
  getOrInsert(key, value) {
    requireKind(this, K_MAP, "Map.prototype.getOrInsert");
    if ($call(map_has, this, key)) {
      return $call(map_get, this, key);
    }
    $call(map_set, this, key, value);
    return value;
  },
  getOrInsertComputed(key, callback) {
    requireKind(this, K_MAP, "Map.prototype.getOrInsertComputed");
    requireCallable(callback);
    if ($call(map_has, this, key)) {
      return $call(map_get, this, key);
    }
    const value = $call(callback, undefined, key === 0 ? 0 : key);
    $call(map_set, this, key, value);
    return value;
  },
  forEach(callback, receiver = undefined) {
    requireKind(this, K_MAP, "Map.prototype.forEach");
    requireCallable(callback);
    const cursor = $cursor(this);
    while ($advance(cursor)) {
      $call(callback, receiver, $tableNext(cursor, 1), $tableNext(cursor, 0), this);
    }
  },
});
$constant("Map.prototype[Symbol.toStringTag]", "Map");
$alias("Map.prototype[Symbol.iterator]", "Map.prototype.entries");

$slow({
  "Map.prototype.get"() {
    throw incompatible("Map.prototype.get", this);
  },
  "Map.prototype.has"() {
    throw incompatible("Map.prototype.has", this);
  },
  "Map.prototype.set"() {
    throw incompatible("Map.prototype.set", this);
  },
  "Map.prototype.delete"() {
    throw incompatible("Map.prototype.delete", this);
  },
  "Map.prototype.clear"() {
    throw incompatible("Map.prototype.clear", this);
  },
  "get Map.prototype.size"() {
    throw incompatible("get Map.prototype.size", this);
  },
  "Map.prototype.entries"() {
    throw incompatible("Map.prototype.entries", this);
  },
  "Map.prototype.keys"() {
    throw incompatible("Map.prototype.keys", this);
  },
  "Map.prototype.values"() {
    throw incompatible("Map.prototype.values", this);
  },
  "Set.prototype.has"() {
    throw incompatible("Set.prototype.has", this);
  },
  "Set.prototype.add"() {
    throw incompatible("Set.prototype.add", this);
  },
  "Set.prototype.delete"() {
    throw incompatible("Set.prototype.delete", this);
  },
  "Set.prototype.clear"() {
    throw incompatible("Set.prototype.clear", this);
  },
  "get Set.prototype.size"() {
    throw incompatible("get Set.prototype.size", this);
  },
  "Set.prototype.entries"() {
    throw incompatible("Set.prototype.entries", this);
  },
  "Set.prototype.values"() {
    throw incompatible("Set.prototype.values", this);
  },
});

// GetSetRecord (section 24.2.1.2): the other operand of a set method.
function setRecord(value) {
  if (!$isObject(value)) {
    throw makeTypeError("The argument must be an object: " + describe(value));
  }
  const number = toNumber(value.size);
  if (number !== number) {
    throw makeTypeError("The 'size' property must be a number: " + describe(value));
  }
  const size = $truncate(number);
  if (size < 0) {
    throw makeRangeError("'" + describe(size) + "' is an invalid size");
  }
  const has = value.has;
  if (!$isCallable(has)) {
    throw makeTypeError("The 'has' property must be a function: " + describe(has));
  }
  const keys = value.keys;
  if (!$isCallable(keys)) {
    throw makeTypeError("The 'keys' property must be a function: " + describe(keys));
  }
  return { value, size, has, keys };
}

function otherHas(other, key) {
  return other.has === SetHas && $isKind(other.value, K_SET) ? $tableHas(other.value, key) : $call(other.has, other.value, key);
}

function keysOf(other) {
  const iterator = $call(other.keys, other.value);
  if (!$isObject(iterator)) {
    throw makeTypeError(describe(iterator) + " is not an object");
  }
  return iterator;
}

function copyOfSet(set) {
  const result = $newSet($intrinsic("Set"));
  const cursor = $cursor(set);
  while ($advance(cursor)) {
    $tableAdd(result, $tableNext(cursor, 0));
  }
  return result;
}

$methods("Set.prototype", {
  forEach(callback, receiver = undefined) {
    requireKind(this, K_SET, "Set.prototype.forEach");
    requireCallable(callback);
    const cursor = $cursor(this);
    while ($advance(cursor)) {
      const key = $tableNext(cursor, 0);
      $call(callback, receiver, key, key, this);
    }
  },
  union(argument) {
    requireKind(this, K_SET, "Set.prototype.union");
    const other = setRecord(argument);
    const iterator = keysOf(other);
    const next = iterator.next;
    const result = copyOfSet(this);
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return result;
      }
      $tableAdd(result, key);
    }
  },
  intersection(argument) {
    requireKind(this, K_SET, "Set.prototype.intersection");
    const other = setRecord(argument);
    const result = $newSet($intrinsic("Set"));
    if ($tableSize(this) <= other.size) {
      const cursor = $cursor(this);
      while ($advance(cursor)) {
        const key = $tableNext(cursor, 0);
        if (otherHas(other, key)) {
          $tableAdd(result, key);
        }
      }
      return result;
    }
    const iterator = keysOf(other);
    const next = iterator.next;
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return result;
      }
      if ($tableHas(this, key)) {
        $tableAdd(result, key);
      }
    }
  },
  difference(argument) {
    requireKind(this, K_SET, "Set.prototype.difference");
    const other = setRecord(argument);
    const result = copyOfSet(this);
    if ($tableSize(this) <= other.size) {
      const cursor = $cursor(this);
      while ($advance(cursor)) {
        const key = $tableNext(cursor, 0);
        if (otherHas(other, key)) {
          $tableDelete(result, key);
        }
      }
      return result;
    }
    const iterator = keysOf(other);
    const next = iterator.next;
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return result;
      }
      $tableDelete(result, key);
    }
  },
  symmetricDifference(argument) {
    requireKind(this, K_SET, "Set.prototype.symmetricDifference");
    const other = setRecord(argument);
    const iterator = keysOf(other);
    const next = iterator.next;
    const result = copyOfSet(this);
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return result;
      }
      if ($tableHas(this, key)) {
        $tableDelete(result, key);
      } else {
        $tableAdd(result, key);
      }
    }
  },
  isSubsetOf(argument) {
    requireKind(this, K_SET, "Set.prototype.isSubsetOf");
    const other = setRecord(argument);
    if ($tableSize(this) > other.size) {
      return false;
    }
    const cursor = $cursor(this);
    while ($advance(cursor)) {
      if (!otherHas(other, $tableNext(cursor, 0))) {
        return false;
      }
    }
    return true;
  },
  isSupersetOf(argument) {
    requireKind(this, K_SET, "Set.prototype.isSupersetOf");
    const other = setRecord(argument);
    if ($tableSize(this) < other.size) {
      return false;
    }
    const iterator = keysOf(other);
    const next = iterator.next;
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return true;
      }
      if (!$tableHas(this, key)) {
        closeIterator(iterator);
        return false;
      }
    }
  },
  isDisjointFrom(argument) {
    requireKind(this, K_SET, "Set.prototype.isDisjointFrom");
    const other = setRecord(argument);
    if ($tableSize(this) <= other.size) {
      const cursor = $cursor(this);
      while ($advance(cursor)) {
        if (otherHas(other, $tableNext(cursor, 0))) {
          return false;
        }
      }
      return true;
    }
    const iterator = keysOf(other);
    const next = iterator.next;
    for (;;) {
      const key = nextValue(iterator, next);
      if ($isDone(key)) {
        return true;
      }
      if ($tableHas(this, key)) {
        closeIterator(iterator);
        return false;
      }
    }
  },
});
$constant("Set.prototype[Symbol.toStringTag]", "Set");
$alias("Set.prototype.keys", "Set.prototype.values");
$alias("Set.prototype[Symbol.iterator]", "Set.prototype.values");
