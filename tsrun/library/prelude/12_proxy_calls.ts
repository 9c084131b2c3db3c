// Proxy (section 10.5), what is about an object as a whole: its keys, calls, construction; and the constructor.

// [[OwnPropertyKeys]] (section 10.5.11)
function proxyOwnKeys(proxy) {
  const handler = proxyHandler(proxy, "ownKeys");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "ownKeys");
  if (trap === undefined) {
    return $ownKeys(target);
  }
  const list = $call(trap, handler, target);
  if (!$isObject(list)) {
    throw makeTypeError("CreateListFromArrayLike called on non-object");
  }
  const keys = [];
  const seen = $newTable();
  const length = lengthOf(list);
  let repeated = false;
  for (let i = 0; i < length; i++) {
    const key = list[i];
    if (typeof key !== "string" && typeof key !== "symbol") {
      throw makeTypeError(describe(key) + " is not a valid property name");
    }
    if (!$tableAdd(seen, key)) {
      repeated = true;
    }
    $push(keys, key);
  }
  if (repeated) {
    throw proxyBroken("ownKeys", "trap returned duplicate entries");
  }
  checkKeys(target, seen, length);
  return keys;
}

// Of the target's keys those that are not configurable must be there, and all (and no others) if it is not extensible.
function checkKeys(target, seen, length) {
  const extensible = $isExtensible(target);
  const keys = $ownKeys(target);
  const count = $arrayLength(keys);
  const optional = [];
  const required = [];
  for (let i = 0; i < count; i++) {
    const own = $ownAttributes(target, keys[i]);
    $push(own >= 0 && (own & CONFIGURABLE) === 0 ? required : optional, keys[i]);
  }
  requireKeys(required, seen);
  if (extensible) {
    return;
  }
  requireKeys(optional, seen);
  if (length > count) {
    throw proxyBroken("ownKeys", "trap returned extra keys but proxy target is non-extensible");
  }
}

function requireKeys(keys, seen) {
  const count = $arrayLength(keys);
  for (let i = 0; i < count; i++) {
    if (!$tableHas(seen, keys[i])) {
      throw proxyBroken("ownKeys", "trap result did not include '" + describeKey(keys[i]) + "'");
    }
  }
}

// IsArray (section 7.2.2)
function isArray(value) {
  if ($isArray(value)) {
    return true;
  }
  if (!$isProxy(value)) {
    return false;
  }
  const object = $behindProxies(value);
  if (object === null) {
    throw makeTypeError("Cannot perform 'IsArray' on a proxy that has been revoked");
  }
  return $isArray(object);
}

$root("proxy_get", proxyGet);
$root("proxy_set", proxySetOrThrow);
$root("proxy_attributes", proxyOwnAttributes);
$root("proxy_data", () => reportedValue);
$root("proxy_getter", () => reportedGetter);
$root("proxy_setter", () => reportedSetter);
$root("proxy_keys", proxyOwnKeys);
$root("proxy_prototype", proxyGetPrototype);
$root("proxy_extensible", proxyIsExtensible);
$root("proxy_delete", proxyDelete);
$root("proxy_define", proxyDefineData);
$root("has_property", hasProperty);

// [[Call]] (section 10.5.12)
$root("proxy_call", function proxyCall(proxy, receiver, ...list) {
  const handler = proxyHandler(proxy, "apply");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "apply");
  return trap === undefined ? $callList(target, receiver, list) : $call(trap, handler, target, receiver, list);
});

// [[Construct]] (section 10.5.13)
$root("proxy_construct", function proxyConstruct(proxy, newTarget, ...list) {
  const handler = proxyHandler(proxy, "construct");
  const target = $proxyTarget(proxy);
  const trap = proxyTrap(handler, "construct");
  if (trap === undefined) {
    return $construct(target, newTarget, list);
  }
  const object = $call(trap, handler, target, list, newTarget);
  if (!$isObject(object)) {
    throw proxyBroken("construct", "trap returned non-object ('" + describe(object) + "')");
  }
  return object;
});

// OrdinaryCreateFromConstructor (section 10.1.13) where reading `prototype` may run user code.
$root("construct_this", function constructThis(constructor, newTarget, ...list) {
  return $constructThis(constructor, newTarget, list, $newObject(prototypeFrom(newTarget, "Object")));
});

function prototypeFrom(newTarget, name) {
  const prototype = newTarget.prototype;
  if ($isObject(prototype)) {
    return prototype;
  }
  requireRealm(newTarget);
  return $intrinsic(name);
}

// GetFunctionRealm (section 7.3.25): there is one realm, but a revoked proxy has none.
function requireRealm(constructor) {
  let holder = constructor;
  while ($isProxy(holder) || $boundTarget(holder) !== undefined) {
    if (!$isProxy(holder)) {
      holder = $boundTarget(holder);
      continue;
    }
    holder = $proxyTarget(holder);
    if (holder === null) {
      throw makeTypeError("Cannot perform 'get realm' on a proxy that has been revoked");
    }
  }
}

$root("proto_from", prototypeFrom);

// A global variable when the global object's prototypes include a proxy. `access`: false to read, true for typeof, a
// hole to write `value`.
$root("proxy_global", function proxyGlobal(global, key, access, value) {
  if (!hasProperty(global, key)) {
    if (access === true) {
      return undefined;
    }
    throw errorMakers[4](key);
  }
  return $isHole(access) ? setWithReceiver(global, key, value, global) : getWithReceiver(global, key, global);
});

// The constructor (section 28.2)

function createProxy(target, handler) {
  if (!$isObject(target) || !$isObject(handler)) {
    throw makeTypeError("Cannot create proxy with a non-object as target or handler");
  }
  return $newProxy(target, handler);
}

const ProxyConstructor = $constructor(
  "Proxy",
  function Proxy(target, handler) {
    if (new.target === undefined) {
      throw makeTypeError("Constructor Proxy requires 'new'");
    }
    return createProxy(target, handler);
  },
  2,
);

$dropPrototype(ProxyConstructor);

function revokerOf(proxy) {
  return () => {
    $revoke(proxy);
  };
}

$methods("Proxy", {
  revocable(target, handler) {
    const proxy = createProxy(target, handler);
    return { proxy, revoke: revokerOf(proxy) };
  },
});
