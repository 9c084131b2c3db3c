// Error and its kinds (section 20.5), and the stack, which is V8's addition in V8's form.

const ErrorConstructor = $constructor(
  "Error",
  function Error(message, options) {
    return constructError(new.target, "Error", message, options, Error);
  },
  1,
);
$defineData(ErrorConstructor, "stackTraceLimit", 10, DEFAULT_ATTRIBUTES);

function constructError(newTarget, kind, message, options, constructor) {
  const error = $newError(newTarget === undefined ? $intrinsic(kind) : $protoFrom(newTarget, kind));
  if (message !== undefined) {
    $defineData(error, "message", toString(message), HIDDEN);
  }
  if (options !== undefined) {
    installCause(error, options);
  }
  captureStack(error, newTarget === undefined ? constructor : newTarget);
  const stack = $stack(error);
  if (stack !== undefined && newTarget !== undefined && newTarget !== constructor && $arrayLength(stack) === 0) {
    // A class without a constructor of its own makes no frame.
    captureStack(error, constructor);
  }
  return error;
}

// InstallErrorCause (section 20.5.8.1)
function installCause(error, options) {
  if ($isObject(options) && $has(options, "cause")) {
    $defineData(error, "cause", options.cause, HIDDEN);
  }
}

function captureStack(error, above) {
  const limit = $ownData(ErrorConstructor, "stackTraceLimit");
  if (typeof limit === "number") {
    $captureStack(error, limit, above);
  }
}

// A constructor of a kind of error: it inherits from Error, its prototype from Error.prototype.
function errorKind(kind, constructor, length) {
  $constructor(kind, constructor, length);
  $setPrototype(constructor, ErrorConstructor);
  $setPrototype($intrinsic(kind), $intrinsic("Error"));
  $defineData($intrinsic(kind), "name", kind, HIDDEN);
  $defineData($intrinsic(kind), "message", "", HIDDEN);
}

$global("Error.prototype.name", "Error");
$global("Error.prototype.message", "");

errorKind(
  "EvalError",
  function EvalError(message, options) {
    return constructError(new.target, "EvalError", message, options, EvalError);
  },
  1,
);
errorKind(
  "RangeError",
  function RangeError(message, options) {
    return constructError(new.target, "RangeError", message, options, RangeError);
  },
  1,
);
errorKind(
  "ReferenceError",
  function ReferenceError(message, options) {
    return constructError(new.target, "ReferenceError", message, options, ReferenceError);
  },
  1,
);
errorKind(
  "SyntaxError",
  function SyntaxError(message, options) {
    return constructError(new.target, "SyntaxError", message, options, SyntaxError);
  },
  1,
);
errorKind(
  "TypeError",
  function TypeError(message, options) {
    return constructError(new.target, "TypeError", message, options, TypeError);
  },
  1,
);
errorKind(
  "URIError",
  function URIError(message, options) {
    return constructError(new.target, "URIError", message, options, URIError);
  },
  1,
);
errorKind(
  "AggregateError",
  function AggregateError(errors, message, options) {
    const error = constructError(new.target, "AggregateError", message, options, AggregateError);
    $defineData(error, "errors", listOf(errors), HIDDEN);
    return error;
  },
  2,
);

$methods("Error.prototype", {
  toString() {
    if (!$isObject(this)) {
      throw incompatible("Error.prototype.toString", this);
    }
    return errorText(this);
  },
  // That of the error itself, or of the one it inherits from: in V8 errors have it as their own property.
  get stack() {
    let error = $isObject(this) ? this : null;
    while (error !== null && $stack(error) === undefined) {
      error = $getPrototype(error);
    }
    const stack = error === null ? undefined : $stack(error);
    if (stack === undefined || typeof stack === "string") {
      return stack;
    }
    const text = stackText(error, stack);
    $setStack(error, text);
    return text;
  },
  set stack(value) {
    if ($isObject(this)) {
      defineDataOrThrow(this, "stack", value, HIDDEN);
    }
  },
});

$methods("Error", {
  isError(value) {
    return $isError(value);
  },
  captureStackTrace(object, above = undefined) {
    if (!$isObject(object)) {
      throw makeTypeError("invalid_argument");
    }
    captureStack(object, above === undefined ? ErrorConstructor.captureStackTrace : above);
    const stack = $stack(object);
    if (stack !== undefined) {
      defineDataOrThrow(object, "stack", stackText(object, stack), HIDDEN);
    }
  },
});

function errorText(error) {
  const name = error.name;
  const nameText = name === undefined ? "Error" : toString(name);
  const message = error.message;
  const messageText = message === undefined ? "" : toString(message);
  return nameText === "" ? messageText : messageText === "" ? nameText : nameText + ": " + messageText;
}

// The text of a captured stack, which has a number, a function and a `this` for each call. It begins with what the error
// says when somebody asks first, as in Node.
function stackText(error, stack) {
  let text = errorText(error);
  const count = $arrayLength(stack);
  for (let i = 0; i < count; i += 3) {
    text += "\n    at " + callText(stack[i], stack[i + 1], stack[i + 2]);
  }
  return text;
}

const combinators = ["all", "allSettled", "any"];

function callText(place, callee, receiver) {
  const note = $combined(place);
  if (note >= 0) {
    return "async Promise." + combinators[note & 3] + " (index " + (note - (note & 3)) / 4 + ")";
  }
  return ($isWaiting(place) ? "async " : "") + plainCallText(place, callee, receiver);
}

function plainCallText(place, callee, receiver) {
  const line = $isResumption(place) ? 0 : $line(place);
  const where = line === 0 ? "<anonymous>" : $file(callee) + ":" + line + ":" + $column(place);
  const given = $ownData(callee, "name");
  let name = typeof given === "string" ? given : "";
  if ($isResumption(place)) {
    return (name === "" ? "Generator" : name) + ".next (<anonymous>)";
  }
  if (line === 0) {
    // The complete version of a native is called by its path.
    const dot = $call(string_lastIndexOf, name, ".");
    name = dot < 0 || $call(string_endsWith, name, "]") ? name : $call(string_slice, name, dot + 1);
  }
  if ($isConstructed(place)) {
    return "new " + (name === "" ? "<anonymous>" : name) + " (" + where + ")";
  }
  if (receiver === undefined || receiver === null || receiver === globalThis || $isHole(receiver)) {
    return name === "" ? where : name + " (" + where + ")";
  }
  if ($call(string_startsWith, name, "get ") || $call(string_startsWith, name, "set ")) {
    return name + " [as " + $call(string_slice, name, 4) + "] (" + where + ")";
  }
  const type = receiverName(receiver);
  if (name !== "" && $call(string_startsWith, name, type)) {
    return name + " (" + where + ")";
  }
  return type + "." + (name === "" ? "<anonymous>" : name) + " (" + where + ")";
}

// The class of a receiver as V8 names it.
function receiverName(receiver) {
  if ($isCallable(receiver)) {
    const name = $isClass(receiver) || $functionSource(receiver) === undefined ? $ownData(receiver, "name") : undefined;
    return typeof name === "string" && name !== "" ? name : "Function";
  }
  const object = $isObject(receiver) ? receiver : $primitivePrototype(receiver);
  const name = constructorName(object);
  if (name !== undefined && name !== "Object") {
    return name;
  }
  const tag = plainData(object, Symbol_toStringTag);
  return typeof tag === "string" && tag !== "" ? tag : "Object";
}

const ErrorToString = $ownData($intrinsic("Error"), "toString");
