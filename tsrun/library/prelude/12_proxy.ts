// Proxy (section 10.5): what the VM and the rest of the prelude ask where they meet one.
//
// Keys may be numbers that stand for indices, as everywhere in the prelude; traps get strings.

function keyText(key) {
  return typeof key === "number" ? $primitiveToString(key) : key;
}

function proxyHandler(proxy, method) {
  const handler = $proxyHandler(proxy);
  if (handler === null) {
    throw makeTypeError("Cannot perform '" + method + "' on a proxy that has been revoked");
  }
  return handler;
}

// GetMethod(handler, method): undefined where the target is to be asked.
function proxyTrap(handler, method) {
  const trap = handler[method];
  if (trap === undefined || trap === null) {
    return undefined;
  }
  if (!$isCallable(trap)) {
    throw makeTypeError("'" + describe(trap) + "' returned for property '" + method + "' of object '" + describe(handler) + "' is not a function");
  }
  return trap;
}

function proxyRefused(method, result, key) {
  return makeTypeError("'" + method + "' on proxy: trap returned " + result + " for property '" + describeKey(key) + "'");
}

function proxyBroken(method, rest) {
  return makeTypeError("'" + method + "' on proxy: " + rest);
}

// An own property of any object as a record; undefined if there is none. For proxies this is one call of the trap.
function ownRecord(object, key) {
  const attributes = $ownAttributes(object, key);
  if (attributes < 0) {
    return undefined;
  }
  return (attributes & ACCESSOR) !== 0
    ? { attributes, value: undefined, getter: $ownGetter(object, key), setter: $ownSetter(object, key) }
    : { attributes, value: $ownData(object, key), getter: undefined, setter: undefined };
}

// IsCompatiblePropertyDescriptor (section 10.1.6.2) with a property that was read before.
function isCompatibleWith(extensible, change, own) {
  if (own === undefined) {
    return extensible;
  }
  const present = change.present;
  if ((own.attributes & CONFIGURABLE) !== 0) {
    return true;
  }
  if ((present & CONFIGURABLE) !== 0 && (change.attributes & CONFIGURABLE) !== 0) {
    return false;
  }
  if ((present & ENUMERABLE) !== 0 && (change.attributes & ENUMERABLE) !== (own.attributes & ENUMERABLE)) {
    return false;
  }
  if ((own.attributes & ACCESSOR) !== 0) {
    return (
      (present & (HAS_VALUE | WRITABLE)) === 0 &&
      ((present & HAS_GET) === 0 || change.getter === own.getter) &&
      ((present & HAS_SET) === 0 || change.setter === own.setter)
    );
  }
  if ((present & (HAS_GET | HAS_SET)) !== 0) {
    return false;
  }
  if ((own.attributes & WRITABLE) !== 0) {
    return true;
  }
  if ((present & WRITABLE) !== 0 && (change.attributes & WRITABLE) !== 0) {
    return false;
  }
  return (present & HAS_VALUE) === 0 || sameValue(change.value, own.value);
}

// [[GetPrototypeOf]] (section 10.5.1)
function proxyGetPrototype(proxy) {
  const handler = proxyHandler(proxy, "getPrototypeOf");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "getPrototypeOf");
  if (trap === undefined) {
    return $getPrototype(target);
  }
  const prototype = $call(trap, handler, target);
  if (!$isObject(prototype) && prototype !== null) {
    throw proxyBroken("getPrototypeOf", "trap returned neither object nor null");
  }
  if (!$isExtensible(target) && prototype !== $getPrototype(target)) {
    throw proxyBroken("getPrototypeOf", "proxy target is non-extensible but the trap did not return its actual prototype");
  }
  return prototype;
}

// Proxies can make a chain of prototypes endless: one that comes by this many of them counts as such.
const MOST_PROXIES = 100000;

// The next step of a walk along prototypes; `walk.proxies` counts those that were proxies.
function nextPrototype(walk, object) {
  if ($isProxy(object) && ++walk.proxies > MOST_PROXIES) {
    throw errorMakers[19]();
  }
  return $getPrototype(object);
}

// [[SetPrototypeOf]] (section 10.5.2)
function proxySetPrototype(proxy, prototype) {
  const handler = proxyHandler(proxy, "setPrototypeOf");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "setPrototypeOf");
  if (trap === undefined) {
    return setPrototype(target, prototype);
  }
  if (!toBoolean($call(trap, handler, target, prototype))) {
    return false;
  }
  if (!$isExtensible(target) && prototype !== $getPrototype(target)) {
    throw proxyBroken("setPrototypeOf", "trap returned truish for setting a new prototype on the non-extensible proxy target");
  }
  return true;
}

// [[IsExtensible]] (section 10.5.3)
function proxyIsExtensible(proxy) {
  const handler = proxyHandler(proxy, "isExtensible");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "isExtensible");
  if (trap === undefined) {
    return $isExtensible(target);
  }
  const result = toBoolean($call(trap, handler, target));
  if (result !== $isExtensible(target)) {
    throw proxyBroken("isExtensible", "trap result does not reflect extensibility of proxy target (which is '" + !result + "')");
  }
  return result;
}

// [[PreventExtensions]] (section 10.5.4)
function proxyPreventExtensions(proxy) {
  const handler = proxyHandler(proxy, "preventExtensions");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "preventExtensions");
  if (trap === undefined) {
    return preventExtensions(target);
  }
  const result = toBoolean($call(trap, handler, target));
  if (result && $isExtensible(target)) {
    throw proxyBroken("preventExtensions", "trap returned truish but the proxy target is extensible");
  }
  return result;
}

// What the last proxy that was asked for an own property said of it; read at once by $ownData and its like.
let reportedValue = undefined;
let reportedGetter = undefined;
let reportedSetter = undefined;

// [[GetOwnProperty]] (section 10.5.5): the attributes, -1 if there is none; the rest is in the variables above.
function proxyOwnAttributes(proxy, key) {
  const handler = proxyHandler(proxy, "getOwnPropertyDescriptor");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "getOwnPropertyDescriptor");
  if (trap === undefined) {
    const own = ownRecord(target, key);
    if (own === undefined) {
      return -1;
    }
    reportedValue = own.value;
    reportedGetter = own.getter;
    reportedSetter = own.setter;
    return own.attributes;
  }
  const result = $call(trap, handler, target, keyText(key));
  if (!$isObject(result) && result !== undefined) {
    throw proxyRefused("getOwnPropertyDescriptor", "neither object nor undefined", key);
  }
  const own = ownRecord(target, key);
  if (result === undefined) {
    if (own === undefined) {
      return -1;
    }
    const name = "trap returned undefined for property '" + describeKey(key) + "' which ";
    if ((own.attributes & CONFIGURABLE) === 0) {
      throw proxyBroken("getOwnPropertyDescriptor", name + "is non-configurable in the proxy target");
    }
    if (!$isExtensible(target)) {
      throw proxyBroken("getOwnPropertyDescriptor", name + "exists in the non-extensible proxy target");
    }
    return -1;
  }
  const extensible = $isExtensible(target);
  const found = toDescriptor(result);
  const accessor = (found.present & (HAS_GET | HAS_SET)) !== 0;
  // CompletePropertyDescriptor
  found.present |= accessor ? ENUMERABLE | CONFIGURABLE | HAS_GET | HAS_SET : DEFAULT_ATTRIBUTES | HAS_VALUE;
  if (!isCompatibleWith(extensible, found, own)) {
    const rest = "that is incompatible with the existing property in the proxy target";
    throw proxyBroken("getOwnPropertyDescriptor", "trap returned descriptor for property '" + describeKey(key) + "' " + rest);
  }
  if ((found.attributes & CONFIGURABLE) === 0) {
    const name = "trap reported non-configurability for property '" + describeKey(key) + "' which is ";
    if (own === undefined || (own.attributes & CONFIGURABLE) !== 0) {
      throw proxyBroken("getOwnPropertyDescriptor", name + "either non-existent or configurable in the proxy target");
    }
    if (!accessor && (found.attributes & WRITABLE) === 0 && (own.attributes & WRITABLE) !== 0) {
      throw proxyBroken("getOwnPropertyDescriptor", name + "writable in the proxy target");
    }
  }
  reportedValue = found.value;
  reportedGetter = found.getter;
  reportedSetter = found.setter;
  return accessor ? found.attributes | ACCESSOR : found.attributes;
}

// FromPropertyDescriptor (section 6.2.6.4) of a change: only the fields that are present.
function changeObject(change) {
  const object = {};
  const present = change.present;
  const define = (name, value) => $defineData(object, name, value, DEFAULT_ATTRIBUTES);
  if ((present & HAS_VALUE) !== 0) {
    define("value", change.value);
  }
  if ((present & WRITABLE) !== 0) {
    define("writable", (change.attributes & WRITABLE) !== 0);
  }
  if ((present & HAS_GET) !== 0) {
    define("get", change.getter);
  }
  if ((present & HAS_SET) !== 0) {
    define("set", change.setter);
  }
  if ((present & ENUMERABLE) !== 0) {
    define("enumerable", (change.attributes & ENUMERABLE) !== 0);
  }
  if ((present & CONFIGURABLE) !== 0) {
    define("configurable", (change.attributes & CONFIGURABLE) !== 0);
  }
  return object;
}

// [[DefineOwnProperty]] (section 10.5.6)
function proxyDefine(proxy, key, change) {
  const handler = proxyHandler(proxy, "defineProperty");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "defineProperty");
  if (trap === undefined) {
    return defineOwn(target, key, change);
  }
  if (!toBoolean($call(trap, handler, target, keyText(key), changeObject(change)))) {
    return false;
  }
  const own = ownRecord(target, key);
  const extensible = $isExtensible(target);
  const fixed = (change.present & CONFIGURABLE) !== 0 && (change.attributes & CONFIGURABLE) === 0;
  const name = "property '" + describeKey(key) + "' ";
  if (own === undefined && !extensible) {
    throw proxyBroken("defineProperty", "trap returned truish for adding " + name + " to the non-extensible proxy target");
  }
  if (!isCompatibleWith(extensible, change, own)) {
    const rest = " that is incompatible with the existing property in the proxy target";
    throw proxyBroken("defineProperty", "trap returned truish for adding " + name + rest);
  }
  if (fixed && (own === undefined || (own.attributes & CONFIGURABLE) !== 0)) {
    const rest = "which is either non-existent or configurable in the proxy target";
    throw proxyBroken("defineProperty", "trap returned truish for defining non-configurable " + name + rest);
  }
  if (
    own !== undefined &&
    (own.attributes & (ACCESSOR | CONFIGURABLE | WRITABLE)) === WRITABLE &&
    (change.present & WRITABLE) !== 0 &&
    (change.attributes & WRITABLE) === 0
  ) {
    const rest = "which cannot be non-writable";
    throw proxyBroken("defineProperty", "trap returned truish for defining non-configurable " + name + rest);
  }
  return true;
}

// A change to a data property with all its fields.
function dataChange(value, attributes) {
  return { present: DEFAULT_ATTRIBUTES | HAS_VALUE, attributes, value, getter: undefined, setter: undefined };
}

function proxyDefineData(proxy, key, value, attributes) {
  if (!proxyDefine(proxy, key, dataChange(value, attributes))) {
    throw proxyRefused("defineProperty", "falsish", key);
  }
}

// HasProperty of any object whose chain has a proxy in it (sections 10.1.7 and 10.5.7).
function hasProperty(object, key) {
  let holder = object;
  while (holder !== null) {
    if ($isProxy(holder)) {
      return proxyHas(holder, key);
    }
    if ($ownAttributes(holder, key) >= 0) {
      return true;
    }
    holder = $getPrototype(holder);
  }
  return false;
}

function proxyHas(proxy, key) {
  const handler = proxyHandler(proxy, "has");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "has");
  if (trap === undefined) {
    return $has(target, key);
  }
  if (toBoolean($call(trap, handler, target, keyText(key)))) {
    return true;
  }
  const own = $ownAttributes(target, key);
  if (own >= 0) {
    const name = "trap returned falsish for property '" + describeKey(key) + "' ";
    if ((own & CONFIGURABLE) === 0) {
      throw proxyBroken("has", name + "which exists in the proxy target as non-configurable");
    }
    if (!$isExtensible(target)) {
      throw proxyBroken("has", name + "but the proxy target is not extensible");
    }
  }
  return false;
}

// [[Get]] (section 10.5.8)
function proxyGet(proxy, key, receiver) {
  const handler = proxyHandler(proxy, "get");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "get");
  if (trap === undefined) {
    return getWithReceiver(target, key, receiver);
  }
  const value = $call(trap, handler, target, keyText(key), receiver);
  const own = $ownAttributes(target, key);
  if (own >= 0 && (own & CONFIGURABLE) === 0) {
    const name = "property '" + describeKey(key) + "' is a ";
    if ((own & (ACCESSOR | WRITABLE)) === 0) {
      const actual = $ownData(target, key);
      if (!sameValue(actual, value)) {
        const wrong = " (expected '" + describe(actual) + "' but got '" + describe(value) + "')";
        const rest = "read-only and non-configurable data property on the proxy target but the proxy did not return its actual value";
        throw proxyBroken("get", name + rest + wrong);
      }
    } else if ((own & ACCESSOR) !== 0 && value !== undefined && $ownGetter(target, key) === undefined) {
      const rest = "non-configurable accessor property on the proxy target and does not have a getter function";
      throw proxyBroken("get", name + rest + ", but the trap did not return 'undefined' (got '" + describe(value) + "')");
    }
  }
  return value;
}

// [[Set]] (section 10.5.9); false where it is refused.
function proxySet(proxy, key, value, receiver) {
  const handler = proxyHandler(proxy, "set");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "set");
  return trap === undefined ? setOrFalse(target, key, value, receiver) : callSetTrap(trap, handler, target, key, value, receiver);
}

function callSetTrap(trap, handler, target, key, value, receiver) {
  if (!toBoolean($call(trap, handler, target, keyText(key), value, receiver))) {
    return false;
  }
  const own = $ownAttributes(target, key);
  if (own >= 0 && (own & CONFIGURABLE) === 0) {
    const name = "trap returned truish for property '" + describeKey(key) + "' which exists in the proxy target as a non-configurable and non-writable ";
    if ((own & (ACCESSOR | WRITABLE)) === 0 && !sameValue($ownData(target, key), value)) {
      throw proxyBroken("set", name + "data property with a different value");
    }
    if ((own & ACCESSOR) !== 0 && $ownSetter(target, key) === undefined) {
      throw proxyBroken("set", name + "accessor property without a setter");
    }
  }
  return true;
}

// [[Set]] in strict code: throws where it is refused.
function proxySetOrThrow(proxy, key, value, receiver) {
  const handler = proxyHandler(proxy, "set");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "set");
  if (trap === undefined) {
    return setWithReceiver(target, key, value, receiver);
  }
  if (!callSetTrap(trap, handler, target, key, value, receiver)) {
    throw proxyRefused("set", "falsish", key);
  }
  return value;
}

// OrdinarySet (section 10.1.9.1) on any object; false where it is refused.
function setOrFalse(target, key, value, receiver) {
  if (receiver === target && $writePlain(target, key, value)) {
    return true;
  }
  let holder = target;
  while (holder !== null) {
    if ($isProxy(holder)) {
      return proxySet(holder, key, value, receiver);
    }
    if ($isKind(holder, K_NAMESPACE)) {
      return false;
    }
    const attributes = $ownAttributes(holder, key);
    if (attributes >= 0) {
      if ((attributes & ACCESSOR) !== 0) {
        const setter = $ownSetter(holder, key);
        if (setter === undefined) {
          return false;
        }
        $call(setter, receiver, value);
        return true;
      }
      if ((attributes & WRITABLE) === 0) {
        return false;
      }
      break;
    }
    holder = $getPrototype(holder);
  }
  return $isObject(receiver) && setOnReceiver(key, value, receiver);
}

// The last steps of OrdinarySetWithOwnDescriptor (section 10.1.9.2).
function setOnReceiver(key, value, receiver) {
  if ($writePlain(receiver, key, value)) {
    return true;
  }
  const own = $ownAttributes(receiver, key);
  if (own < 0) {
    return defineOwn(receiver, key, dataChange(value, DEFAULT_ATTRIBUTES));
  }
  if ((own & ACCESSOR) !== 0 || (own & WRITABLE) === 0) {
    return false;
  }
  return defineOwn(receiver, key, { present: HAS_VALUE, attributes: 0, value, getter: undefined, setter: undefined });
}

// [[Delete]] (section 10.5.10)
function proxyDelete(proxy, key) {
  const handler = proxyHandler(proxy, "deleteProperty");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "deleteProperty");
  if (trap === undefined) {
    return $deleteOwn(target, key);
  }
  if (!toBoolean($call(trap, handler, target, keyText(key)))) {
    return false;
  }
  const own = $ownAttributes(target, key);
  if (own >= 0) {
    const name = "trap returned truish for property '" + describeKey(key) + "' ";
    if ((own & CONFIGURABLE) === 0) {
      throw proxyBroken("deleteProperty", name + "which is non-configurable in the proxy target");
    }
    if (!$isExtensible(target)) {
      throw proxyBroken("deleteProperty", name + "but the proxy target is non-extensible");
    }
  }
  return true;
}
