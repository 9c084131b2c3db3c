// The errors that the VM and the library throw, in V8's wording.
//
// Kernels name an error by its place in ERROR_KINDS of heap/layout.py and hand over up to three values; `errorMakers` has
// a function for each, in the same order (tests/unit/test_prelude.py compares the names).

// Property attributes, as A_ constants of heap/layout.py.
const WRITABLE = 1;
const ENUMERABLE = 2;
const CONFIGURABLE = 4;
const ACCESSOR = 8;
const DEFAULT_ATTRIBUTES = 7;
const HIDDEN = 5;

// Kinds of cells, as K_ constants of heap/layout.py.
const K_MAP = 14;
const K_SET = 15;
const K_NAMESPACE = 18;
const K_PROMISE = 20;

function makeError(kind, message) {
  const error = $newError($intrinsic(kind));
  $defineData(error, "message", message, HIDDEN);
  captureStack(error, undefined);
  return error;
}

function makeTypeError(message) {
  return makeError("TypeError", message);
}

function makeRangeError(message) {
  return makeError("RangeError", message);
}

function makeReferenceError(message) {
  return makeError("ReferenceError", message);
}

function makeSyntaxError(message) {
  return makeError("SyntaxError", message);
}

// The name of the function that made an object, by data properties alone: no user code runs. Undefined if there is none.
function constructorName(object) {
  let holder = object;
  while (holder !== null && !$isProxy(holder)) {
    const maker = $ownData(holder, "constructor");
    if ($isCallable(maker)) {
      const name = $ownData(maker, "name");
      return typeof name === "string" && name !== "" ? name : undefined;
    }
    holder = $getPrototype(holder);
  }
  return undefined;
}

// A data property of an object or its prototypes, without running user code.
function plainData(object, key) {
  let holder = object;
  while (holder !== null && !$isProxy(holder)) {
    const attributes = $ownAttributes(holder, key);
    if (attributes >= 0) {
      return $ownData(holder, key);
    }
    holder = $getPrototype(holder);
  }
  return undefined;
}

function describeError(error) {
  const name = plainData(error, "name");
  const message = plainData(error, "message");
  const nameText = name === undefined ? "Error" : describe(name);
  const messageText = message === undefined ? "" : describe(message);
  return messageText === "" ? nameText : nameText === "" ? messageText : nameText + ": " + messageText;
}

// A value in a message, as V8 puts it.
function describe(value) {
  if (typeof value === "symbol") {
    return describeSymbol(value);
  }
  if (!$isObject(value)) {
    return $primitiveToString(value);
  }
  if ($isCallable(value)) {
    return functionText(value);
  }
  if ($isProxy(value)) {
    return "#<Object>";
  }
  if ($isError(value)) {
    return describeError(value);
  }
  if ($isArray(value)) {
    return "[object Array]";
  }
  if ($isKind(value, K_NAMESPACE)) {
    return "[object Module]";
  }
  const method = plainData(value, "toString");
  if (method === ErrorToString) {
    return describeError(value);
  }
  const name = method === ObjectToString ? constructorName(value) : undefined;
  return name === undefined ? "[object " + builtinTag(value) + "]" : "#<" + name + ">";
}

$root("describe", describe);

// Function.prototype.toString (section 20.2.3.5)
function functionText(value) {
  const source = $functionSource(value);
  if (source !== undefined) {
    return source;
  }
  const name = $boundTarget(value) === undefined && !$isProxy(value) ? $ownData(value, "name") : "";
  return "function " + (typeof name === "string" ? name : "") + "() { [native code] }";
}

function describeSymbol(symbol) {
  const description = $description(symbol);
  return description === undefined ? "Symbol()" : "Symbol(" + description + ")";
}

function describeKey(key) {
  return typeof key === "symbol" ? describeSymbol(key) : $isObject(key) ? describe(key) : $primitiveToString(key);
}

// What was called or iterated over: its source text where the compiler knew it, else the value, strings in quotes.
function describeCallee(text, value) {
  if (typeof text === "string" && text !== "") {
    return text;
  }
  return typeof value === "string" ? '"' + value + '"' : describe(value);
}

function describeOwner(object) {
  return $isArray(object) ? "[object Array]" : describe(object);
}

function className(constructor) {
  const name = $isProxy(constructor) ? undefined : $ownData(constructor, "name");
  return typeof name === "string" ? name : "";
}

function nullishAccess(what, ing, value, key) {
  const suffix = key === undefined ? "" : " (" + ing + " '" + describeKey(key) + "')";
  return makeTypeError("Cannot " + what + " properties of " + (value === null ? "null" : "undefined") + suffix);
}

function uninitialised(name) {
  return makeReferenceError(
    name !== undefined ? "Cannot access '" + describeKey(name) + "' before initialization" : "Cannot access a variable before initialization",
  );
}

// `text`: what was to be iterated over, as the source has it.
function notIterable(value, text) {
  if (typeof text === "string" && text !== "") {
    return makeTypeError(text + " is not iterable");
  }
  const kind = value === undefined ? "" : typeof value;
  const shown = $isObject(value) ? "" : describe(value);
  const space = kind !== "" && shown !== "" ? " " : "";
  return makeTypeError(kind + space + shown + " is not iterable (cannot read property Symbol(Symbol.iterator))");
}

function notSuper(parent, constructor) {
  const name = $isCallable(parent) ? className(parent) : parent === null ? "" : describe(parent);
  const derived = className(constructor);
  return makeTypeError(
    "Super constructor " + (name === "" ? "null" : name) + " of " + (derived === "" ? "anonymous class" : derived) +
      " is not a constructor",
  );
}

// `text` is the source of what is taken apart, or "property 'x' of 'source'".
function cannotDestructure(value, text) {
  let what = typeof text === "string" && text !== "" ? text : describe(value);
  if (what[what.length - 1] === " ") what += "'" + describe(value) + "'";
  return makeTypeError(
    "Cannot destructure " +
      ($call(string_startsWith, what, "property '") ? what : "'" + what + "'") +
      (value === null ? " as it is null." : " as it is undefined."),
  );
}

const errorMakers = [
  () => makeTypeError("Assignment to constant variable."), // const_assign
  (name) => uninitialised(name), // uninitialised
  () => makeReferenceError("Super constructor may only be called once"), // super_twice
  () =>
    makeReferenceError(
      "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
    ), // this_unbound
  (name) => makeReferenceError(describeKey(name) + " is not defined"), // not_defined
  (text, value) => makeTypeError(describeCallee(text, value) + " is not a function"), // not_function
  (text, value) =>
    makeTypeError(
      describeCallee(text, value) + " is not a constructor",
    ), // not_constructor
  (constructor) => {
    const name = className(constructor);
    return makeTypeError((name === "" ? "Class constructors" : "Class constructor " + name) + " cannot be invoked without 'new'");
  }, // class_call
  (value, key) => nullishAccess("read", "reading", value, key), // read_nullish
  (value, key) => nullishAccess("set", "setting", value, key), // write_nullish
  (key, object) =>
    makeTypeError(
      $isObject(object) && !$isCallable(object)
        ? "Cannot assign to read only property '" + describeKey(key) + "' of object '" + describeOwner(object) + "'"
        : "Cannot assign to read only property '" + describeKey(key) + "' of " + typeof object + " '" + describe(object) + "'",
    ), // read_only
  (key, object) =>
    makeTypeError("Cannot set property " + describeKey(key) + " of " + describeOwner(object) + " which has only a getter"), // no_setter
  (key, object) =>
    makeTypeError(
      $isArray(object) && $isExtensible(object)
        ? "Cannot assign to read only property 'length' of object '[object Array]'"
        : $isObject(object)
        ? "Cannot add property " + describeKey(key) + ", object is not extensible"
        : "Cannot create property '" + describeKey(key) + "' on " + typeof object + " '" + describe(object) + "'",
    ), // not_extensible
  (key, object) => makeTypeError("Cannot delete property '" + describeKey(key) + "' of " + describeOwner(object)), // delete_failed
  (value, text) => notIterable(value, text), // not_iterable
  (value) => makeTypeError("Iterator result " + describe(value) + " is not an object"), // iterator_result
  (value, text) => cannotDestructure(value, text), // destructure_nullish
  (key, value) =>
    makeTypeError("Cannot use 'in' operator to search for '" + describeKey(key) + "' in " + describe(value)), // in_not_object
  (target) =>
    makeTypeError(
      $isObject(target) ? "Right-hand side of 'instanceof' is not callable" : "Right-hand side of 'instanceof' is not an object",
    ), // instanceof_target
  () => makeRangeError("Maximum call stack size exceeded"), // stack_overflow
  () => makeRangeError("Invalid array length"), // array_length
  () => makeRangeError("Invalid string length"), // string_length
  () => makeTypeError("Cannot convert a Symbol value to a string"), // symbol_to_string
  () => makeTypeError("Cannot convert a Symbol value to a number"), // symbol_to_number
  (value) => makeTypeError("Class extends value " + describe(value) + " is not a constructor or null"), // extends_value
  (value) => makeTypeError("Class extends value does not have valid prototype property " + describe(value)), // extends_prototype
  () => makeTypeError("Derived constructors may only return object or undefined"), // derived_return
  () => makeTypeError("Cannot convert object to primitive value"), // to_primitive_failed
  (key) => makeTypeError("Cannot redefine property: " + describeKey(key)), // redefine
  (key) => makeTypeError("Invalid property key: " + describe(key)), // bad_key
  () => makeTypeError("Assignment to constant variable."), // import_assign
  (count) => makeRangeError("Invalid count value: " + describe(count)), // repeat_count
  (method) => makeRangeError((typeof method === "string" ? method : "toPrecision") + "() argument must be between 1 and 100"), // precision
  () => makeRangeError("toString() radix argument must be between 2 and 36"), // radix
  () => makeRangeError("Invalid time value"), // invalid_date
  (message) => makeTypeError(describe(message)), // type_error
  (message) => makeRangeError(describe(message)), // range_error
  () => makeTypeError("Cannot convert undefined or null to object"), // nullish_to_object
  () => makeTypeError("Cannot mix BigInt and other types, use explicit conversions"), // bigint_mix
  () => makeTypeError("Cyclic __proto__ value"), // proto_cycle
  (value) => makeTypeError(describe(value) + " is not an object"), // not_object
  (value) => makeTypeError(describe(value) + " is not a function"), // iterator_not_callable
  () => makeTypeError("Reduce of empty array with no initial value"), // reduce_empty
  (value) => makeRangeError("Invalid code point " + describe(value)), // code_point
  (text) => makeTypeError("Converting circular structure to JSON" + (typeof text === "string" ? text : "")), // circular
  (method) => makeRangeError((typeof method === "string" ? method : "toFixed") + "() digits argument must be between 0 and 100"), // fraction_digits
  (name) => uninitialised(name), // import_uninitialised
  (_, name) => makeTypeError("Cannot read private member " + name + " from an object whose class did not declare it"), // private_read
  (_, name) => makeTypeError("Cannot write private member " + name + " to an object whose class did not declare it"), // private_write
  (name) => makeTypeError("Cannot initialize " + name + " twice on the same object"), // private_twice
  (name) => makeTypeError("Private method '" + name + "' is not writable"), // private_method
  (name) => makeTypeError("'" + name + "' was defined without a getter"), // private_getter
  (name) => makeTypeError("'" + name + "' was defined without a setter"), // private_setter
  (name) => makeTypeError("Receiver must be an instance of class " + name), // brand
  (name) => makeTypeError("Receiver must be class " + name), // brand_static
  (name) => makeTypeError("Cannot initialize private methods of class " + name + " twice on the same object"), // brand_twice
  (message) => makeReferenceError(describe(message)), // reference_error
  (parent, constructor) => notSuper(parent, constructor), // not_super
  () => makeTypeError("Generator is already running"), // generator_running
  () => makeTypeError("The iterator does not provide a 'throw' method."), // throw_missing
  (name) => makeSyntaxError("Identifier '" + describeKey(name) + "' has already been declared"), // already_declared
];

$root("throw_error", function throwError(kind, a, b, c) {
  throw errorMakers[kind](a, b, c);
});

// Checks that many builtins begin with.

function requireCallable(value) {
  if (!$isCallable(value)) {
    throw makeTypeError(describe(value) + " is not a function");
  }
}

function requireObject(value, what) {
  if (!$isObject(value)) {
    throw makeTypeError(what + " called on non-object");
  }
}

// RequireObjectCoercible(this) of the method named so.
function requireCoercible(value, method) {
  if (value === undefined || value === null) {
    throw makeTypeError(method + " called on null or undefined");
  }
}

function incompatible(method, value) {
  return makeTypeError("Method " + method + " called on incompatible receiver " + describe(value));
}
