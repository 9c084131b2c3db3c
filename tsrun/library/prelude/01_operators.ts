// The complete, slow forms of operators and conversions, which the VM calls when its fast paths don't apply.

const Symbol_iterator = $symbol("Symbol.iterator");
const Symbol_asyncIterator = $symbol("Symbol.asyncIterator");
const Symbol_toPrimitive = $symbol("Symbol.toPrimitive");
const Symbol_hasInstance = $symbol("Symbol.hasInstance");
const Symbol_toStringTag = $symbol("Symbol.toStringTag");
const Symbol_species = $symbol("Symbol.species");
const Symbol_isConcatSpreadable = $symbol("Symbol.isConcatSpreadable");
const Symbol_unscopables = $symbol("Symbol.unscopables");

// Conversions

// ToPrimitive (section 7.1.1)
function toPrimitive(value, hint) {
  if (!$isObject(value)) {
    return value;
  }
  const exotic = value[Symbol_toPrimitive];
  if (exotic !== undefined && exotic !== null) {
    if (!$isCallable(exotic)) {
      throw makeTypeError(describe(exotic) + " is not a function");
    }
    const result = $call(exotic, value, hint);
    if ($isObject(result)) {
      throw makeTypeError("Cannot convert object to primitive value");
    }
    return result;
  }
  const first = hint === "string" ? value.toString : value.valueOf;
  if ($isCallable(first)) {
    const result = $call(first, value);
    if (!$isObject(result)) {
      return result;
    }
  }
  const second = hint === "string" ? value.valueOf : value.toString;
  if ($isCallable(second)) {
    const result = $call(second, value);
    if (!$isObject(result)) {
      return result;
    }
  }
  throw makeTypeError("Cannot convert object to primitive value");
}

function toString(value) {
  return typeof value === "string" ? value : $primitiveToString(toPrimitive(value, "string"));
}

function toNumber(value) {
  return typeof value === "number" ? value : $primitiveToNumber(toPrimitive(value, "number"));
}

// ToPropertyKey (section 7.1.19): a string or a symbol, or a number that stands for its string.
function toPropertyKey(value) {
  if (typeof value === "string" || typeof value === "symbol" || typeof value === "number") {
    return value;
  }
  const key = toPrimitive(value, "string");
  return typeof key === "symbol" ? key : $primitiveToString(key);
}

function toObject(value) {
  if ($isObject(value)) {
    return value;
  }
  if (value === undefined || value === null) {
    throw makeTypeError("Cannot convert undefined or null to object");
  }
  return $newBoxed($primitivePrototype(value), value);
}

// ToIntegerOrInfinity (section 7.1.5); never -0.
function toInteger(value) {
  const number = typeof value === "number" ? value : toNumber(value);
  return $truncate(number);
}

// ToLength (section 7.1.20)
function toLength(value) {
  const length = toInteger(value);
  return length <= 0 ? 0 : length > 9007199254740991 ? 9007199254740991 : length;
}

function lengthOf(object) {
  const length = object.length;
  return typeof length === "number" && $isIndex(length) ? length : toLength(length);
}

// SameValue (section 7.2.10)
function sameValue(x, y) {
  return x === y ? x !== 0 || 1 / x === 1 / y : x !== x && y !== y;
}

// SameValueZero (section 7.2.11)
function sameValueZero(x, y) {
  return x === y || (x !== x && y !== y);
}

function toBoolean(value) {
  return value ? true : false;
}

$root("to_primitive", toPrimitive);
$root("to_string", toString);
$root("to_number", toNumber);
$root("to_property_key", toPropertyKey);
$root("to_object", toObject);

// Operators. Two primitives that are neither symbols nor bigints are the kernel's.

function requireNumeric(value) {
  if (typeof value === "symbol") {
    throw makeTypeError("Cannot convert a Symbol value to a number");
  }
  return $primitiveToNumber(value);
}

// ApplyStringOrNumericBinaryOperator (section 13.15.3) for +
$root("add", function add(x, y) {
  const left = toPrimitive(x, "default");
  const right = toPrimitive(y, "default");
  if (typeof left === "string" || typeof right === "string") {
    return $primitiveToString(left) + $primitiveToString(right);
  }
  return requireNumeric(left) + requireNumeric(right);
});

$root("arithmetic", function arithmetic(operator, x, y) {
  const left = requireNumeric(toPrimitive(x, "number"));
  const right = requireNumeric(toPrimitive(y, "number"));
  switch (operator) {
    case 0:
      return left - right;
    case 1:
      return left * right;
    case 2:
      return left / right;
    case 3:
      return left % right;
    case 4:
      return left ** right;
    case 5:
      return left & right;
    case 6:
      return left | right;
    case 7:
      return left ^ right;
    case 8:
      return left << right;
    case 9:
      return left >> right;
    default:
      return left >>> right;
  }
});

$root("unary", function unary(operator, x) {
  if (operator === 6) {
    return toObject(x);
  }
  const number = requireNumeric(toPrimitive(x, "number"));
  switch (operator) {
    case 0:
      return -number;
    case 2:
      return ~number;
    case 3:
      return number + 1;
    case 4:
      return number - 1;
    default:
      return number;
  }
});

// IsLessThan (section 7.2.12) in all four forms; the left operand is always converted first.
$root("compare", function compare(operator, x, y) {
  const left = toPrimitive(x, "number");
  const right = toPrimitive(y, "number");
  if (typeof left === "string" && typeof right === "string") {
    switch (operator) {
      case 0:
        return left < right;
      case 1:
        return left <= right;
      case 2:
        return left > right;
      default:
        return left >= right;
    }
  }
  const m = requireNumeric(left);
  const n = requireNumeric(right);
  switch (operator) {
    case 0:
      return m < n;
    case 1:
      return m <= n;
    case 2:
      return m > n;
    default:
      return m >= n;
  }
});

// IsLooselyEqual (section 7.2.13)
$root("equal", function equal(x, y) {
  let left = x;
  let right = y;
  if (left === undefined || left === null || right === undefined || right === null) {
    return (left === undefined || left === null) && (right === undefined || right === null);
  }
  if ($isObject(left)) {
    if ($isObject(right)) {
      return left === right;
    }
    left = toPrimitive(left, "default");
  } else if ($isObject(right)) {
    right = toPrimitive(right, "default");
  }
  if (typeof left === typeof right) {
    return left === right;
  }
  if (left === undefined || left === null || right === undefined || right === null) {
    return (left === undefined || left === null) && (right === undefined || right === null);
  }
  if (typeof left === "symbol" || typeof right === "symbol") {
    return false;
  }
  return $primitiveToNumber(left) === $primitiveToNumber(right);
});

// InstanceofOperator (section 13.10.2)
$root("instance_of", function instanceOf(value, target) {
  if (!$isObject(target)) {
    throw errorMakers[18](target);
  }
  const method = target[Symbol_hasInstance];
  if (method !== undefined && method !== null) {
    return toBoolean($call(method, target, value));
  }
  if (!$isCallable(target)) {
    throw errorMakers[18](target);
  }
  return ordinaryHasInstance(target, value);
});

// OrdinaryHasInstance (section 7.3.22)
function ordinaryHasInstance(constructor, value) {
  if (!$isCallable(constructor)) {
    return false;
  }
  const target = $boundTarget(constructor);
  if (target !== undefined) {
    return value instanceof target;
  }
  if (!$isObject(value)) {
    return false;
  }
  const prototype = constructor.prototype;
  if (!$isObject(prototype)) {
    throw makeTypeError("Function has non-object prototype '" + describe(prototype) + "' in instanceof check");
  }
  const walk = { proxies: 0 };
  let step = nextPrototype(walk, value);
  while (step !== null) {
    if (step === prototype) {
      return true;
    }
    step = nextPrototype(walk, step);
  }
  return false;
}

$root("in_operator", function inOperator(key, object) {
  if (!$isObject(object)) {
    throw errorMakers[17](key, object);
  }
  return $has(object, toPropertyKey(key));
});

// Properties

// [[Get]] of any value with a receiver (section 10.1.8).
function getWithReceiver(target, key, receiver) {
  let holder = target;
  if (typeof target === "string") {
    if ($ownAttributes(target, key) >= 0) {
      return $ownData(target, key);
    }
    holder = $primitivePrototype(target);
  } else if (!$isObject(target)) {
    holder = $primitivePrototype(target);
  }
  while (holder !== null) {
    if ($isProxy(holder)) {
      return proxyGet(holder, key, receiver);
    }
    const attributes = $ownAttributes(holder, key);
    if (attributes >= 0) {
      if ((attributes & ACCESSOR) === 0) {
        return $ownData(holder, key);
      }
      const getter = $ownGetter(holder, key);
      return getter === undefined ? undefined : $call(getter, receiver);
    }
    holder = $getPrototype(holder);
  }
  return undefined;
}

$root("get_value", function getValue(object, key) {
  if (object === undefined || object === null) {
    throw nullishAccess("read", "reading", object, key);
  }
  return getWithReceiver(object, toPropertyKey(key), object);
});

$root("get_method_value", function getMethodValue(object, key) {
  if (object === undefined || object === null) {
    throw nullishAccess("read", "reading", object, key);
  }
  return getWithReceiver(object, toPropertyKey(key), object);
});

// [[Set]] with a receiver (section 10.1.9), failures thrown.
function setWithReceiver(target, key, value, receiver) {
  let holder = $isObject(target) ? target : $primitivePrototype(target);
  if (typeof target === "string" && $ownAttributes(target, key) >= 0) {
    throw errorMakers[10](key, target);
  }
  while (holder !== null) {
    if ($isProxy(holder)) {
      return proxySetOrThrow(holder, key, value, receiver);
    }
    const attributes = $ownAttributes(holder, key);
    if (attributes >= 0) {
      if ((attributes & ACCESSOR) !== 0) {
        const setter = $ownSetter(holder, key);
        if (setter === undefined) {
          throw errorMakers[11](key, holder);
        }
        $call(setter, receiver, value);
        return value;
      }
      if ((attributes & WRITABLE) === 0) {
        throw errorMakers[10](key, receiver);
      }
      break;
    }
    holder = $getPrototype(holder);
  }
  if (!$isObject(receiver)) {
    throw errorMakers[12](key, receiver);
  }
  if ($isProxy(receiver)) {
    if (!setOnReceiver(key, value, receiver)) {
      throw errorMakers[10](key, receiver);
    }
    return value;
  }
  const own = $ownAttributes(receiver, key);
  if (own < 0) {
    if (!$canAdd(receiver, key)) {
      throw errorMakers[12](key, receiver);
    }
    $defineData(receiver, key, value, DEFAULT_ATTRIBUTES);
  } else if ((own & ACCESSOR) !== 0) {
    throw errorMakers[28](key);
  } else if ((own & WRITABLE) === 0) {
    throw errorMakers[10](key, receiver);
  } else if (key === "length" && $isArray(receiver)) {
    if (!setArrayLength(receiver, value)) {
      throw errorMakers[13]($arrayLength(receiver) - 1, receiver);
    }
  } else {
    $defineData(receiver, key, value, own);
  }
  return value;
}

$root("set_value", function setValue(object, key, value) {
  if (object === undefined || object === null) {
    throw nullishAccess("set", "setting", object, key);
  }
  return setWithReceiver(object, toPropertyKey(key), value, object);
});

// The value part of ArraySetLength (section 10.4.2.4). False if elements that can't be deleted were in the way.
function setArrayLength(array, value) {
  const length = toNumber(value) >>> 0;
  const number = toNumber(value);
  if (length !== number) {
    throw makeRangeError("Invalid array length");
  }
  const attributes = $ownAttributes(array, "length");
  if ((attributes & WRITABLE) === 0) {
    return length === $arrayLength(array);
  }
  return $setArrayLength(array, length);
}

function deleteOrThrow(object, key) {
  if (!$deleteOwn(object, key)) {
    throw $isProxy(object) ? proxyRefused("deleteProperty", "falsish", key) : errorMakers[13](key, object);
  }
  return true;
}

$root("delete_value", function deleteValue(value, key) {
  if (value === undefined || value === null) {
    throw makeTypeError("Cannot convert undefined or null to object");
  }
  const name = toPropertyKey(key);
  if (typeof value === "string" && $ownAttributes(value, name) >= 0) {
    throw makeTypeError("Cannot delete property '" + describeKey(name) + "' of [object String]");
  }
  return $isObject(value) ? deleteOrThrow(value, name) : true;
});

// super[key] = value, called on the receiver; `start` is the home object's prototype.
$root("super_set", function superSet(start, key, value) {
  const name = toPropertyKey(key);
  if (start === null) {
    throw nullishAccess("set", "setting", null, name);
  }
  return setWithReceiver(start, name, value, this);
});

// CreateDataPropertyOrThrow (section 7.3.7), with any attributes: the property is made, or redefined where that is allowed.
function defineDataOrThrow(object, key, value, attributes) {
  if ($isProxy(object)) {
    return proxyDefineData(object, key, value, attributes);
  }
  const own = $ownAttributes(object, key);
  if (own < 0) {
    if (!$canAdd(object, key)) {
      throw makeTypeError("Cannot define property " + describeKey(key) + ", object is not extensible");
    }
  } else if ((own & CONFIGURABLE) === 0) {
    throw errorMakers[28](key);
  }
  $defineData(object, key, value, attributes);
}

function createDataProperty(object, key, value) {
  defineDataOrThrow(object, key, value, DEFAULT_ATTRIBUTES);
}

$root("define_property", function defineProperty(object, key, value, attributes) {
  const name = toPropertyKey(key);
  if (name === "prototype" && $isCallable(object)) {
    throw makeTypeError("Classes may not have a static property named 'prototype'");
  }
  if ((attributes & ACCESSOR) !== 0) {
    throw errorMakers[28](name);
  }
  defineDataOrThrow(object, name, value, attributes);
});

// GetTemplateObject (section 13.2.8.4): both arrays were just made.
$root("template_object", function templateObject(cooked, raw) {
  makeIntegral(raw, true);
  $defineData(cooked, "raw", raw, 0);
  return makeIntegral(cooked, true);
});

// Calls

$root("call_spread", function callSpread(callee, receiver, list) {
  return $callList(callee, receiver, list);
});

$root("construct_spread", function constructSpread(constructor, newTarget, list) {
  return $construct(constructor, newTarget, list);
});

$root("concat", function concat(parts) {
  let text = "";
  const count = $arrayLength(parts);
  for (let i = 0; i < count; i++) {
    text = text + toString(parts[i]);
  }
  return text;
});
