// Reflect (section 28.1).

$namespace("Reflect");

function requireReflected(target, method) {
  if (!$isObject(target)) {
    throw makeTypeError("Reflect." + method + " called on non-object");
  }
}

$methods("Reflect", {
  apply(target, receiver, list) {
    if (!$isCallable(target)) {
      throw makeTypeError("Function.prototype.apply was called on " + describe(target) + ", which is " + typeOf(target) + " and not a function");
    }
    return $callList(target, receiver, listFromArrayLike(list));
  },
  construct(target, list, ...rest) {
    if (!$isConstructor(target)) {
      throw errorMakers[6]("", target);
    }
    const newTarget = $arrayLength(rest) === 0 ? target : rest[0];
    if (!$isConstructor(newTarget)) {
      throw errorMakers[6]("", newTarget);
    }
    return $construct(target, newTarget, listFromArrayLike(list));
  },
  defineProperty(target, key, attributes) {
    requireReflected(target, "defineProperty");
    const name = toPropertyKey(key);
    return defineOwn(target, name, toDescriptor(attributes));
  },
  deleteProperty(target, key) {
    requireReflected(target, "deleteProperty");
    return $deleteOwn(target, toPropertyKey(key));
  },
  get(target, key, ...rest) {
    requireReflected(target, "get");
    if ($arrayLength(rest) === 0 || rest[0] === target) {
      return target[key];
    }
    return getWithReceiver(target, toPropertyKey(key), rest[0]);
  },
  getOwnPropertyDescriptor(target, key) {
    requireReflected(target, "getOwnPropertyDescriptor");
    return ownDescriptor(target, toPropertyKey(key));
  },
  getPrototypeOf(target) {
    requireReflected(target, "getPrototypeOf");
    return $getPrototype(target);
  },
  has(target, key) {
    requireReflected(target, "has");
    return $has(target, toPropertyKey(key));
  },
  isExtensible(target) {
    requireReflected(target, "isExtensible");
    return $isExtensible(target);
  },
  ownKeys(target) {
    requireReflected(target, "ownKeys");
    return $ownKeys(target);
  },
  preventExtensions(target) {
    requireReflected(target, "preventExtensions");
    return preventExtensions(target);
  },
  set(target, key, value, ...rest) {
    requireReflected(target, "set");
    const name = typeof key === "string" ? key : toPropertyKey(key);
    return setOrFalse(target, name, value, $arrayLength(rest) === 0 ? target : rest[0]);
  },
  setPrototypeOf(target, prototype) {
    requireReflected(target, "setPrototypeOf");
    if (!$isObject(prototype) && prototype !== null) {
      throw makeTypeError("Object prototype may only be an Object or null: " + describe(prototype));
    }
    return setPrototype(target, prototype);
  },
});
