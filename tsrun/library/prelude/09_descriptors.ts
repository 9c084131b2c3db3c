// Property descriptors and [[DefineOwnProperty]] (sections 6.2.6, 10.1.6 and 10.4.2).

const HAS_VALUE = 16;
const HAS_GET = 32;
const HAS_SET = 64;

// ToPropertyDescriptor (section 6.2.6.5): `present` has a bit for each field that is there.
function toDescriptor(object) {
  if (!$isObject(object)) {
    throw makeTypeError("Property description must be an object: " + describe(object));
  }
  let present = 0;
  let attributes = 0;
  let value = undefined;
  let getter = undefined;
  let setter = undefined;
  if ($has(object, "enumerable")) {
    present |= ENUMERABLE;
    attributes |= object.enumerable ? ENUMERABLE : 0;
  }
  if ($has(object, "configurable")) {
    present |= CONFIGURABLE;
    attributes |= object.configurable ? CONFIGURABLE : 0;
  }
  if ($has(object, "value")) {
    present |= HAS_VALUE;
    value = object.value;
  }
  if ($has(object, "writable")) {
    present |= WRITABLE;
    attributes |= object.writable ? WRITABLE : 0;
  }
  if ($has(object, "get")) {
    present |= HAS_GET;
    getter = object.get;
    if (getter !== undefined && !$isCallable(getter)) {
      throw makeTypeError("Getter must be a function: " + describe(getter));
    }
  }
  if ($has(object, "set")) {
    present |= HAS_SET;
    setter = object.set;
    if (setter !== undefined && !$isCallable(setter)) {
      throw makeTypeError("Setter must be a function: " + describe(setter));
    }
  }
  if ((present & (HAS_GET | HAS_SET)) !== 0 && (present & (HAS_VALUE | WRITABLE)) !== 0) {
    throw makeTypeError(
      "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, " + describe(object),
    );
  }
  return { present, attributes, value, getter, setter };
}

// FromPropertyDescriptor of an own property (section 6.2.6.4); undefined if there is none.
function ownDescriptor(object, key) {
  const attributes = $ownAttributes(object, key);
  if (attributes < 0) {
    return undefined;
  }
  const enumerable = (attributes & ENUMERABLE) !== 0;
  const configurable = (attributes & CONFIGURABLE) !== 0;
  if ((attributes & ACCESSOR) !== 0) {
    return { get: $ownGetter(object, key), set: $ownSetter(object, key), enumerable, configurable };
  }
  return { value: $ownData(object, key), writable: (attributes & WRITABLE) !== 0, enumerable, configurable };
}

// IsCompatiblePropertyDescriptor: the checks of ValidateAndApplyPropertyDescriptor (section 10.1.6.3).
function isCompatible(object, key, current, change) {
  const present = change.present;
  if ((current & CONFIGURABLE) !== 0) {
    return true;
  }
  if ((present & CONFIGURABLE) !== 0 && (change.attributes & CONFIGURABLE) !== 0) {
    return false;
  }
  if ((present & ENUMERABLE) !== 0 && (change.attributes & ENUMERABLE) !== (current & ENUMERABLE)) {
    return false;
  }
  const toAccessor = (present & (HAS_GET | HAS_SET)) !== 0;
  const toData = (present & (HAS_VALUE | WRITABLE)) !== 0;
  if ((current & ACCESSOR) !== 0) {
    if (toData) {
      return false;
    }
    if ((present & HAS_GET) !== 0 && change.getter !== $ownGetter(object, key)) {
      return false;
    }
    return (present & HAS_SET) === 0 || change.setter === $ownSetter(object, key);
  }
  if (toAccessor) {
    return false;
  }
  if ((current & WRITABLE) !== 0) {
    return true;
  }
  if ((present & WRITABLE) !== 0 && (change.attributes & WRITABLE) !== 0) {
    return false;
  }
  return (present & HAS_VALUE) === 0 || sameValue(change.value, $ownData(object, key));
}

// [[DefineOwnProperty]] (sections 10.1.6, 10.4.2.1); false where it is refused.
function defineOwn(object, key, change) {
  if ($isProxy(object)) {
    return proxyDefine(object, key, change);
  }
  if ($isKind(object, K_NAMESPACE) && typeof key !== "symbol") {
    return defineOnNamespace(object, key, change);
  }
  if (key === "length" && $isArray(object)) {
    return defineArrayLength(object, change);
  }
  const present = change.present;
  const current = $ownAttributes(object, key);
  if (current < 0) {
    if (!$canAdd(object, key)) {
      return false;
    }
    if ((present & (HAS_GET | HAS_SET)) !== 0) {
      $defineAccessor(object, key, change.getter, change.setter, change.attributes & 6);
    } else {
      $defineData(object, key, change.value, change.attributes & 7);
    }
    return true;
  }
  if (!isCompatible(object, key, current, change)) {
    return false;
  }
  if ((current & (CONFIGURABLE | WRITABLE | ACCESSOR)) === 0) {
    return true;
  }
  const kept = current & ~present & (ENUMERABLE | CONFIGURABLE);
  const shared = kept | (change.attributes & present & (ENUMERABLE | CONFIGURABLE));
  const wasAccessor = (current & ACCESSOR) !== 0;
  if ((present & (HAS_GET | HAS_SET)) !== 0 || (wasAccessor && (present & (HAS_VALUE | WRITABLE)) === 0)) {
    const getter = (present & HAS_GET) !== 0 ? change.getter : wasAccessor ? $ownGetter(object, key) : undefined;
    const setter = (present & HAS_SET) !== 0 ? change.setter : wasAccessor ? $ownSetter(object, key) : undefined;
    $defineAccessor(object, key, getter, setter, shared);
    return true;
  }
  const writable = (present & WRITABLE) !== 0 ? change.attributes & WRITABLE : wasAccessor ? 0 : current & WRITABLE;
  const value = (present & HAS_VALUE) !== 0 ? change.value : wasAccessor ? undefined : $ownData(object, key);
  $defineData(object, key, value, shared | writable);
  return true;
}

// [[DefineOwnProperty]] of a module namespace (section 10.4.6.7): only what changes nothing is allowed.
function defineOnNamespace(namespace, key, change) {
  const present = change.present;
  if ($ownAttributes(namespace, key) < 0) {
    return false;
  }
  if ((present & CONFIGURABLE) !== 0 && (change.attributes & CONFIGURABLE) !== 0) {
    return false;
  }
  if ((present & ENUMERABLE) !== 0 && (change.attributes & ENUMERABLE) === 0) {
    return false;
  }
  if ((present & (HAS_GET | HAS_SET)) !== 0 || ((present & WRITABLE) !== 0 && (change.attributes & WRITABLE) === 0)) {
    return false;
  }
  return (present & HAS_VALUE) === 0 || sameValue(change.value, $ownData(namespace, key));
}

// ArraySetLength (section 10.4.2.4)
function defineArrayLength(array, change) {
  const present = change.present;
  let length = $arrayLength(array);
  if ((present & HAS_VALUE) !== 0) {
    length = toNumber(change.value) >>> 0;
    if (length !== toNumber(change.value)) {
      throw makeRangeError("Invalid array length");
    }
  }
  const current = $ownAttributes(array, "length");
  if (
    (present & (HAS_GET | HAS_SET)) !== 0 ||
    ((present & CONFIGURABLE) !== 0 && (change.attributes & CONFIGURABLE) !== 0) ||
    ((present & ENUMERABLE) !== 0 && (change.attributes & ENUMERABLE) !== 0)
  ) {
    return false;
  }
  const freeze = (present & WRITABLE) !== 0 && (change.attributes & WRITABLE) === 0;
  if ((current & WRITABLE) === 0) {
    return length === $arrayLength(array) && ((present & WRITABLE) === 0 || freeze);
  }
  const done = length === $arrayLength(array) || $setArrayLength(array, length);
  if (freeze) {
    $lengthReadonly(array);
  }
  return done;
}

function defineOrThrow(object, key, change) {
  if (!defineOwn(object, key, change)) {
    if ($isProxy(object)) {
      throw proxyRefused("defineProperty", "falsish", key);
    }
    throw $ownAttributes(object, key) < 0
      ? makeTypeError("Cannot define property " + describeKey(key) + ", object is not extensible")
      : errorMakers[28](key);
  }
}

function defineAll(object, properties) {
  const source = toObject(properties);
  const keys = $ownKeys(source);
  const count = $arrayLength(keys);
  const changes = [];
  for (let i = 0; i < count; i++) {
    const attributes = $ownAttributes(source, keys[i]);
    if (attributes >= 0 && (attributes & ENUMERABLE) !== 0) {
      $push(changes, keys[i]);
      $push(changes, toDescriptor(source[keys[i]]));
    }
  }
  const total = $arrayLength(changes);
  for (let i = 0; i < total; i += 2) {
    defineOrThrow(object, changes[i], changes[i + 1]);
  }
  return object;
}
