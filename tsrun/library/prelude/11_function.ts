// Function (section 20.2).

const FunctionConstructor = $constructor(
  "Function",
  function Function(...parts) {
    return createDynamicFunction(FunctionConstructor, new.target, "function", parts);
  },
  1,
);

$defineData($intrinsic("Function"), "length", 0, CONFIGURABLE);
$defineData($intrinsic("Function"), "name", "", CONFIGURABLE);

$methods("Function.prototype", {
  apply(receiver, list) {
    if (!$isCallable(this)) {
      throw makeTypeError("Function.prototype.apply was called on " + describe(this) + ", which is " + typeOf(this) + " and not a function");
    }
    return list === undefined || list === null ? $call(this, receiver) : $callList(this, receiver, listFromArrayLike(list));
  },
  bind(receiver, ...args) {
    if (!$isCallable(this)) {
      throw makeTypeError("Bind must be called on a function");
    }
    const parts = [this, receiver];
    const count = $arrayLength(args);
    for (let i = 0; i < count; i++) {
      $push(parts, args[i]);
    }
    const bound = $bind(parts);
    if ($isProxy(this)) {
      $setPrototype(bound, $getPrototype(this));
    }
    let length = 0;
    if ($ownAttributes(this, "length") >= 0) {
      const own = this.length;
      if (typeof own === "number") {
        length = own === Infinity_ ? Infinity_ : own === -Infinity_ ? 0 : toInteger(own) - count;
        length = length > 0 ? length : 0;
      }
    }
    const name = this.name;
    $defineData(bound, "length", length, CONFIGURABLE);
    $defineData(bound, "name", "bound " + (typeof name === "string" ? name : ""), CONFIGURABLE);
    return bound;
  },
  toString() {
    if (!$isCallable(this)) {
      throw makeTypeError("Function.prototype.toString requires that 'this' be a Function");
    }
    return functionText(this);
  },
});

const Infinity_ = 1 / 0;

$defineData(
  $intrinsic("Function"),
  Symbol_hasInstance,
  {
    [Symbol_hasInstance](value) {
      return ordinaryHasInstance(this, value);
    },
  }[Symbol_hasInstance],
  0,
);

// What a value is, with an article, as some messages have it.
function typeOf(value) {
  const type = value === null ? "object" : typeof value;
  return (type === "object" || type === "undefined" ? "an " : "a ") + type;
}

// CreateListFromArrayLike (section 7.3.19): a dense array of the prelude's own.
function listFromArrayLike(object) {
  const list = [];
  if ($appendDense(list, object)) {
    return list;
  }
  if (!$isObject(object)) {
    throw makeTypeError("CreateListFromArrayLike called on non-object");
  }
  const length = lengthOf(object);
  for (let i = 0; i < length; i++) {
    $push(list, object[i]);
  }
  return list;
}
