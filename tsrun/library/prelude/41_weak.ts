// WeakMap, WeakSet, WeakRef and FinalizationRegistry (sections 24.3, 24.4, 26.1 and 26.2).

const K_WEAK_MAP = 22;
const K_WEAK_SET = 23;
const K_WEAK_REF = 24;
const K_FINALIZER = 25;

const WeakMapSet = $builtin("WeakMap.prototype.set");
const WeakSetAdd = $builtin("WeakSet.prototype.add");

function setWeak(map, key, value) {
  if (!$canBeWeak(key)) {
    throw makeTypeError("Invalid value used as weak map key");
  }
  $weakSet(map, key, value);
}

function addWeak(set, value) {
  if (!$canBeWeak(value)) {
    throw makeTypeError("Invalid value used in weak set");
  }
  $weakSet(set, value, undefined);
}

// What `set` or `add` of a collection that is being filled is.
function requireAdder(adder, name, collection) {
  if (!$isCallable(adder)) {
    throw makeTypeError(
      "'" + describe(adder) + "' returned for property '" + name + "' of object '#<" + collection + ">' is not a function",
    );
  }
}

$constructor(
  "WeakMap",
  function WeakMap(iterable) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor WeakMap requires 'new'");
    }
    const map = $newWeak($protoFrom(new.target, "WeakMap"), K_WEAK_MAP);
    if (iterable !== undefined && iterable !== null) {
      const adder = map.set;
      requireAdder(adder, "set", "WeakMap");
      addEntries(iterable, (key, value) => {
        if (adder === WeakMapSet) {
          setWeak(map, key, value);
        } else {
          $call(adder, map, key, value);
        }
      });
    }
    return map;
  },
  0,
);

$constructor(
  "WeakSet",
  function WeakSet(iterable) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor WeakSet requires 'new'");
    }
    const set = $newWeak($protoFrom(new.target, "WeakSet"), K_WEAK_SET);
    if (iterable === undefined || iterable === null) {
      return set;
    }
    const adder = set.add;
    requireAdder(adder, "add", "WeakSet");
    const record = openIterator(iterable);
    for (;;) {
      const value = nextValue(record[0], record[1]);
      if ($isDone(value)) {
        return set;
      }
      try {
        if (adder === WeakSetAdd) {
          addWeak(set, value);
        } else {
          $call(adder, set, value);
        }
      } catch (error) {
        abortIterator(record[0]);
        throw error;
      }
    }
  },
  0,
);

$slow({
  "WeakMap.prototype.get"() {
    throw incompatible("WeakMap.prototype.get", this);
  },
  "WeakMap.prototype.has"() {
    throw incompatible("WeakMap.prototype.has", this);
  },
  "WeakMap.prototype.set"(key, value) {
    requireKind(this, K_WEAK_MAP, "WeakMap.prototype.set");
    setWeak(this, key, value);
  },
  "WeakMap.prototype.delete"() {
    throw incompatible("WeakMap.prototype.delete", this);
  },
  "WeakSet.prototype.add"(value) {
    requireKind(this, K_WEAK_SET, "WeakSet.prototype.add");
    addWeak(this, value);
  },
  "WeakSet.prototype.has"() {
    throw incompatible("WeakSet.prototype.has", this);
  },
  "WeakSet.prototype.delete"() {
    throw incompatible("WeakSet.prototype.delete", this);
  },
  "WeakRef.prototype.deref"() {
    throw incompatible("WeakRef.prototype.deref", this);
  },
});
$constant("WeakMap.prototype[Symbol.toStringTag]", "WeakMap");
$constant("WeakSet.prototype[Symbol.toStringTag]", "WeakSet");

$constructor(
  "WeakRef",
  function WeakRef(target) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor WeakRef requires 'new'");
    }
    if (!$canBeWeak(target)) {
      throw makeTypeError("WeakRef: invalid target");
    }
    return $newWeakRef($protoFrom(new.target, "WeakRef"), target);
  },
  1,
);
$constant("WeakRef.prototype[Symbol.toStringTag]", "WeakRef");

let kept = $newTable();
$root("kept", kept);

// ClearKeptObjects (section 9.11)
function clearKept() {
  if ($tableSize(kept) > 0) {
    kept = $newTable();
    $root("kept", kept);
  }
}

// A registry's table leads from each target to its records, which know the array they are in, and the table of those
// with their unregister token. Slot 0: the cleanup callback; slot 1: a weak map from tokens to such tables.
const FINALIZER_CALLBACK = 0;
const FINALIZER_TOKENS = 1;

$constructor(
  "FinalizationRegistry",
  function FinalizationRegistry(cleanup) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor FinalizationRegistry requires 'new'");
    }
    if (!$isCallable(cleanup)) {
      throw makeTypeError("FinalizationRegistry: cleanup must be callable");
    }
    const registry = $newWeak($protoFrom(new.target, "FinalizationRegistry"), K_FINALIZER);
    $setSlot(registry, FINALIZER_CALLBACK, cleanup);
    $setSlot(registry, FINALIZER_TOKENS, $newWeak($intrinsic("WeakMap"), K_WEAK_MAP));
    return registry;
  },
  1,
);

function invalidToken(token) {
  return makeTypeError("Invalid unregisterToken ('" + describe(token) + "')");
}

$methods("FinalizationRegistry.prototype", {
  register(target, held, token = undefined) {
    requireKind(this, K_FINALIZER, "FinalizationRegistry.prototype.register");
    if (!$canBeWeak(target)) {
      throw makeTypeError("FinalizationRegistry.prototype.register: invalid target");
    }
    if (target === held) {
      throw makeTypeError("FinalizationRegistry.prototype.register: target and holdings must not be same");
    }
    if (token !== undefined && !$canBeWeak(token)) {
      throw invalidToken(token);
    }
    let records = $weakGet(this, target);
    if (records === undefined) {
      records = [];
      $weakSet(this, target, records);
    }
    const record = { held, records, siblings: undefined };
    $push(records, record);
    if (token !== undefined) {
      const tokens = $slot(this, FINALIZER_TOKENS);
      record.siblings = $weakGet(tokens, token);
      if (record.siblings === undefined) {
        record.siblings = $newTable();
        $weakSet(tokens, token, record.siblings);
      }
      $tableAdd(record.siblings, record);
    }
  },
  unregister(token) {
    requireKind(this, K_FINALIZER, "FinalizationRegistry.prototype.unregister");
    if (!$canBeWeak(token)) {
      throw invalidToken(token);
    }
    const tokens = $slot(this, FINALIZER_TOKENS);
    const siblings = $weakGet(tokens, token);
    if (siblings === undefined || $tableSize(siblings) === 0) {
      return false;
    }
    const cursor = $cursor(siblings);
    while ($advance(cursor)) {
      dropRecord($tableNext(cursor, 0));
    }
    $weakSet(tokens, token, undefined);
    return true;
  },
});
$constant("FinalizationRegistry.prototype[Symbol.toStringTag]", "FinalizationRegistry");

// Takes a record out of the array of its target.
function dropRecord(record) {
  const records = record.records;
  const last = $arrayLength(records) - 1;
  for (let i = 0; i <= last; i++) {
    if (records[i] === record) {
      records[i] = records[last];
      $setArrayLength(records, last);
      return;
    }
  }
}

// Tells one record whose target died to its registry; false if there is none. The records of a target go one by one, so
// that what a callback throws takes nothing with it.
let dying = [];
let dyingCallback;

function finalizeOne() {
  while ($arrayLength(dying) === 0) {
    const registry = $nextFinalizer();
    if (registry === undefined) {
      return false;
    }
    dyingCallback = $slot(registry, FINALIZER_CALLBACK);
    dying = $takeDead(registry);
  }
  const record = dying[0];
  dropRecord(record);
  if (record.siblings !== undefined) {
    $tableDelete(record.siblings, record);
  }
  $call(dyingCallback, undefined, record.held);
  return true;
}

const weakMap_get = $builtin("WeakMap.prototype.get");
const weakMap_has = $builtin("WeakMap.prototype.has");

$methods("WeakMap.prototype", {
  getOrInsert(key, value) {
    if (!$isKind(this, K_WEAK_MAP)) {
      throw incompatible("WeakMap.prototype.getOrInsert", this);
    }
    if ($call(weakMap_has, this, key)) {
      return $call(weakMap_get, this, key);
    }
    setWeak(this, key, value);
    return value;
  },
  getOrInsertComputed(key, callback) {
    if (!$isKind(this, K_WEAK_MAP)) {
      throw incompatible("WeakMap.prototype.getOrInsertComputed", this);
    }
    if (!$canBeWeak(key)) {
      throw makeTypeError("Invalid value used as weak map key");
    }
    requireCallable(callback);
    if ($call(weakMap_has, this, key)) {
      return $call(weakMap_get, this, key);
    }
    const value = $call(callback, undefined, key);
    setWeak(this, key, value);
    return value;
  },
});
