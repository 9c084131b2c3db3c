// Object (section 20.1).

function isImmutablePrototype(object) {
  return $sameAsObjectPrototype(object);
}

// OrdinarySetPrototypeOf (section 10.1.2.1), failures thrown.
function setPrototypeOrThrow(object, prototype) {
  if ($isProxy(object)) {
    if (!proxySetPrototype(object, prototype)) {
      throw makeTypeError("'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'");
    }
    return;
  }
  if ($getPrototype(object) === prototype) {
    return;
  }
  if (isImmutablePrototype(object)) {
    throw makeTypeError("Immutable prototype object 'Object.prototype' cannot have their prototype set");
  }
  if (!$isExtensible(object)) {
    throw makeTypeError(describe(object) + " is not extensible");
  }
  if (leadsTo(prototype, object)) {
    throw makeTypeError("Cyclic __proto__ value");
  }
  $setPrototype(object, prototype);
}

// Whether a chain of prototypes comes by an object; what is behind a proxy is not looked at.
function leadsTo(prototype, object) {
  let step = prototype;
  while (step !== null && step !== object && !$isProxy(step)) {
    step = $getPrototype(step);
  }
  return step === object;
}

// [[SetPrototypeOf]] (section 10.1.2); false where it is refused.
function setPrototype(object, prototype) {
  if ($isProxy(object)) {
    return proxySetPrototype(object, prototype);
  }
  if ($getPrototype(object) === prototype) {
    return true;
  }
  if (isImmutablePrototype(object) || !$isExtensible(object) || leadsTo(prototype, object)) {
    return false;
  }
  $setPrototype(object, prototype);
  return true;
}

// [[PreventExtensions]] (section 10.1.4); false where it is refused.
function preventExtensions(object) {
  if ($isProxy(object)) {
    return proxyPreventExtensions(object);
  }
  $preventExtensions(object);
  return true;
}

// EnumerableOwnProperties (section 7.3.24); kind 0 keys, 1 values, 2 entries.
function enumerableOwn(value, kind) {
  const object = toObject(value);
  const keys = $ownKeys(object);
  const count = $arrayLength(keys);
  const result = [];
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    if (typeof key === "symbol") {
      continue;
    }
    const attributes = $ownAttributes(object, key);
    if (attributes >= 0 && (attributes & ENUMERABLE) !== 0) {
      $push(result, kind === 0 ? key : kind === 1 ? object[key] : [key, object[key]]);
    }
  }
  return result;
}

// SetIntegrityLevel (section 7.3.15)
function makeIntegral(object, frozen) {
  if ($isProxy(object) || $isKind(object, K_NAMESPACE)) {
    return makeIntegralByMethods(object, frozen);
  }
  if ($fixPlain(object, frozen ? ENUMERABLE : ENUMERABLE | WRITABLE)) {
    return object;
  }
  $preventExtensions(object);
  const keys = $ownKeys(object);
  const count = $arrayLength(keys);
  for (let i = 0; i < count; i++) {
    const key = keys[i];
    const current = $ownAttributes(object, key);
    if (current < 0) {
      continue;
    }
    if ((current & ACCESSOR) !== 0) {
      $defineAccessor(object, key, $ownGetter(object, key), $ownSetter(object, key), current & ENUMERABLE);
    } else {
      const kept = frozen ? ENUMERABLE : ENUMERABLE | WRITABLE;
      if ((current & ~kept) !== 0) {
        $defineData(object, key, $ownData(object, key), current & kept);
      }
    }
  }
  return object;
}

// SetIntegrityLevel (section 7.3.15) of objects that may refuse
function makeIntegralByMethods(object, frozen) {
  if (!preventExtensions(object)) {
    throw proxyBroken("preventExtensions", "trap returned falsish");
  }
  const keys = $ownKeys(object);
  const count = $arrayLength(keys);
  for (let i = 0; i < count; i++) {
    let present = CONFIGURABLE;
    if (frozen) {
      const own = $ownAttributes(object, keys[i]);
      if (own < 0) {
        continue;
      }
      if ((own & ACCESSOR) === 0) {
        present |= WRITABLE;
      }
    }
    defineOrThrow(object, keys[i], { present, attributes: 0, value: undefined, getter: undefined, setter: undefined });
  }
  return object;
}

// TestIntegrityLevel (section 7.3.16)
function isIntegral(object, frozen) {
  if ($isExtensible(object)) {
    return false;
  }
  const keys = $ownKeys(object);
  const count = $arrayLength(keys);
  for (let i = 0; i < count; i++) {
    const current = $ownAttributes(object, keys[i]);
    if (current >= 0 && ((current & CONFIGURABLE) !== 0 || (frozen && (current & ACCESSOR) === 0 && (current & WRITABLE) !== 0))) {
      return false;
    }
  }
  return true;
}

function ownKeysOfType(value, symbols) {
  const keys = $ownKeys(toObject(value));
  const count = $arrayLength(keys);
  const result = [];
  for (let i = 0; i < count; i++) {
    if ((typeof keys[i] === "symbol") === symbols) {
      $push(result, keys[i]);
    }
  }
  return result;
}

// Calls add(key, value) for the entries of an iterable of pairs (AddEntriesFromIterable, section 24.1.1.2).
function addEntries(iterable, add) {
  const record = openIterator(iterable);
  const iterator = record[0];
  const next = record[1];
  for (;;) {
    const item = nextValue(iterator, next);
    if ($isDone(item)) {
      return;
    }
    try {
      if (!$isObject(item)) {
        throw makeTypeError("Iterator value " + describe(item) + " is not an entry object");
      }
      add(item[0], item[1]);
    } catch (error) {
      abortIterator(iterator);
      throw error;
    }
  }
}

// GroupBy (section 7.3.35): a table from keys to arrays; `toKey` converts what the callback gives.
function groupBy(items, callback, toKey) {
  if (items === undefined || items === null) {
    throw makeTypeError(describe(items) + " is not iterable");
  }
  requireCallable(callback);
  const groups = $newTable();
  const order = [];
  const record = openIterator(items);
  const iterator = record[0];
  const next = record[1];
  for (let k = 0; ; k++) {
    const value = nextValue(iterator, next);
    if ($isDone(value)) {
      return { groups, order };
    }
    try {
      const key = toKey($call(callback, undefined, value, k));
      let group = $tableGet(groups, key);
      if (group === undefined) {
        group = [];
        $tableSet(groups, key, group);
        $push(order, key);
      }
      $push(group, value);
    } catch (error) {
      abortIterator(iterator);
      throw error;
    }
  }
}

function toStringKey(value) {
  const key = toPropertyKey(value);
  return typeof key === "number" ? $primitiveToString(key) : key;
}

$constructor(
  "Object",
  function Object(value) {
    if (new.target !== undefined && new.target !== ObjectConstructor) {
      return $newObject($protoFrom(new.target, "Object"));
    }
    return value === undefined || value === null ? {} : toObject(value);
  },
  1,
);

const ObjectConstructor = $ownData($intrinsic("Object"), "constructor");

$methods("Object", {
  assign(target, ...sources) {
    const to = toObject(target);
    const count = $arrayLength(sources);
    for (let i = 0; i < count; i++) {
      const source = sources[i];
      if (source === undefined || source === null || $assignPlain(to, source)) {
        continue;
      }
      const from = toObject(source);
      const keys = $ownKeys(from);
      const total = $arrayLength(keys);
      for (let j = 0; j < total; j++) {
        const attributes = $ownAttributes(from, keys[j]);
        if (attributes >= 0 && (attributes & ENUMERABLE) !== 0) {
          to[keys[j]] = from[keys[j]];
        }
      }
    }
    return to;
  },
  create(prototype, properties) {
    if (!$isObject(prototype) && prototype !== null) {
      throw makeTypeError("Object prototype may only be an Object or null: " + describe(prototype));
    }
    const object = $newObject(prototype);
    return properties === undefined ? object : defineAll(object, properties);
  },
  defineProperties(object, properties) {
    requireObject(object, "Object.defineProperties");
    return defineAll(object, properties);
  },
  defineProperty(object, key, attributes) {
    requireObject(object, "Object.defineProperty");
    const name = toPropertyKey(key);
    defineOrThrow(object, name, toDescriptor(attributes));
    return object;
  },
  freeze(value) {
    return $isObject(value) ? makeIntegral(value, true) : value;
  },
  fromEntries(iterable) {
    if (iterable === undefined || iterable === null) {
      throw makeTypeError(describe(iterable) + " is not iterable");
    }
    const object = {};
    addEntries(iterable, (key, value) => {
      $defineData(object, toPropertyKey(key), value, DEFAULT_ATTRIBUTES);
    });
    return object;
  },
  getOwnPropertyDescriptor(value, key) {
    const object = toObject(value);
    return ownDescriptor(object, toPropertyKey(key));
  },
  getOwnPropertyDescriptors(value) {
    const object = toObject(value);
    const keys = $ownKeys(object);
    const count = $arrayLength(keys);
    const result = {};
    for (let i = 0; i < count; i++) {
      const descriptor = ownDescriptor(object, keys[i]);
      if (descriptor !== undefined) {
        $defineData(result, keys[i], descriptor, DEFAULT_ATTRIBUTES);
      }
    }
    return result;
  },
  getOwnPropertyNames(value) {
    return ownKeysOfType(value, false);
  },
  getOwnPropertySymbols(value) {
    return ownKeysOfType(value, true);
  },
  groupBy(items, callback) {
    const found = groupBy(items, callback, toStringKey);
    const result = $newObject(null);
    const count = $arrayLength(found.order);
    for (let i = 0; i < count; i++) {
      const key = found.order[i];
      $defineData(result, key, $tableGet(found.groups, key), DEFAULT_ATTRIBUTES);
    }
    return result;
  },
  is(x, y) {
    return sameValue(x, y);
  },
  isExtensible(value) {
    return $isObject(value) && $isExtensible(value);
  },
  isFrozen(value) {
    return !$isObject(value) || isIntegral(value, true);
  },
  isSealed(value) {
    return !$isObject(value) || isIntegral(value, false);
  },
  preventExtensions(value) {
    if ($isObject(value) && !preventExtensions(value)) {
      throw makeTypeError("'preventExtensions' on proxy: trap returned falsish");
    }
    return value;
  },
  seal(value) {
    return $isObject(value) ? makeIntegral(value, false) : value;
  },
  setPrototypeOf(value, prototype) {
    if (value === undefined || value === null) {
      throw makeTypeError("Object.setPrototypeOf called on null or undefined");
    }
    if (!$isObject(prototype) && prototype !== null) {
      throw makeTypeError("Object prototype may only be an Object or null: " + describe(prototype));
    }
    if ($isObject(value)) {
      setPrototypeOrThrow(value, prototype);
    }
    return value;
  },
});

$defineData($ownData(ObjectConstructor, "assign"), "length", 2, CONFIGURABLE);

const BUILTIN_TAGS = ["Object", "Array", "Function", "Error", "Arguments"];

// Object.prototype.toString (section 20.1.3.6)
function objectToString(value) {
  if (value === undefined) {
    return "[object Undefined]";
  }
  if (value === null) {
    return "[object Null]";
  }
  const object = toObject(value);
  const builtin = builtinTag(object);
  const tag = object[Symbol_toStringTag];
  return "[object " + (typeof tag === "string" ? tag : builtin) + "]";
}

function builtinTag(object) {
  if ($isProxy(object)) {
    return isArray(object) ? "Array" : $isCallable(object) ? "Function" : "Object";
  }
  switch (typeof $primitiveOf(object)) {
    case "string":
      return "String";
    case "number":
      return "Number";
    case "boolean":
      return "Boolean";
    default:
      return BUILTIN_TAGS[$builtinTag(object)];
  }
}

$methods("Object.prototype", {
  isPrototypeOf(value) {
    if (!$isObject(value)) {
      return false;
    }
    const object = toObject(this);
    const walk = { proxies: 0 };
    let step = nextPrototype(walk, value);
    while (step !== null) {
      if (step === object) {
        return true;
      }
      step = nextPrototype(walk, step);
    }
    return false;
  },
  propertyIsEnumerable(key) {
    const name = toPropertyKey(key);
    const attributes = $ownAttributes(toObject(this), name);
    return attributes >= 0 && (attributes & ENUMERABLE) !== 0;
  },
  toLocaleString() {
    return this.toString();
  },
  toString() {
    return objectToString(this);
  },
  valueOf() {
    return toObject(this);
  },
  get __proto__() {
    return $call(getPrototypeOf, undefined, toObject(this));
  },
  set __proto__(prototype) {
    requireCoercible(this, "Object.prototype.__proto__");
    if (($isObject(prototype) || prototype === null) && $isObject(this)) {
      setPrototypeOrThrow(this, prototype);
    }
  },
  __defineGetter__(key, getter) {
    const object = toObject(this);
    if (!$isCallable(getter)) {
      throw makeTypeError("Object.prototype.__defineGetter__: Expecting function");
    }
    const change = { present: ENUMERABLE | CONFIGURABLE | HAS_GET, attributes: 6, value: undefined, getter, setter: undefined };
    defineOrThrow(object, toPropertyKey(key), change);
  },
  __defineSetter__(key, setter) {
    const object = toObject(this);
    if (!$isCallable(setter)) {
      throw makeTypeError("Object.prototype.__defineSetter__: Expecting function");
    }
    const change = { present: ENUMERABLE | CONFIGURABLE | HAS_SET, attributes: 6, value: undefined, getter: undefined, setter };
    defineOrThrow(object, toPropertyKey(key), change);
  },
  __lookupGetter__(key) {
    return lookupAccessor(toObject(this), toPropertyKey(key), true);
  },
  __lookupSetter__(key) {
    return lookupAccessor(toObject(this), toPropertyKey(key), false);
  },
});

const getPrototypeOf = $builtin("Object.getPrototypeOf");
const ObjectToString = $ownData($intrinsic("Object"), "toString");

function lookupAccessor(object, key, getter) {
  const walk = { proxies: 0 };
  let holder = object;
  while (holder !== null) {
    const attributes = $ownAttributes(holder, key);
    if (attributes >= 0) {
      if ((attributes & ACCESSOR) === 0) {
        return undefined;
      }
      return getter ? $ownGetter(holder, key) : $ownSetter(holder, key);
    }
    holder = nextPrototype(walk, holder);
  }
  return undefined;
}

$slow({
  "Object.keys"(value) {
    return enumerableOwn(value, 0);
  },
  "Object.values"(value) {
    return enumerableOwn(value, 1);
  },
  "Object.entries"(value) {
    return enumerableOwn(value, 2);
  },
  "Object.hasOwn"(value, key) {
    const object = toObject(value);
    return $ownAttributes(object, toPropertyKey(key)) >= 0;
  },
  "Object.prototype.hasOwnProperty"(key) {
    const name = toPropertyKey(key);
    return $ownAttributes(toObject(this), name) >= 0;
  },
  "Object.getPrototypeOf"(value) {
    return $getPrototype(toObject(value));
  },
});
