// Error and its kinds (section 20.5), and the stack, which is V8's addition in V8's form.

const ErrorConstructor = $constructor(
  "Error",
  function Error(message, options) {
    return constructError(new.target, "Error", message, options);
  },
  1,
);
$defineData(ErrorConstructor, "stackTraceLimit", 10, DEFAULT_ATTRIBUTES);

function constructError(newTarget, kind, message, options) {
  const error = $newError(newTarget === undefined ? $intrinsic(kind) : $protoFrom(newTarget, kind));
  if (message !== undefined) {
    $defineData(error, "message", toString(message), HIDDEN);
  }
  if (options !== undefined) {
    installCause(error, options);
  }
  captureStack(error, undefined);
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
    return constructError(new.target, "EvalError", message, options);
  },
  1,
);
errorKind(
  "RangeError",
  function RangeError(message, options) {
    return constructError(new.target, "RangeError", message, options);
  },
  1,
);
errorKind(
  "ReferenceError",
  function ReferenceError(message, options) {
    return constructError(new.target, "ReferenceError", message, options);
  },
  1,
);
errorKind(
  "SyntaxError",
  function SyntaxError(message, options) {
    return constructError(new.target, "SyntaxError", message, options);
  },
  1,
);
errorKind(
  "TypeError",
  function TypeError(message, options) {
    return constructError(new.target, "TypeError", message, options);
  },
  1,
);
errorKind(
  "URIError",
  function URIError(message, options) {
    return constructError(new.target, "URIError", message, options);
  },
  1,
);
errorKind(
  "AggregateError",
  function AggregateError(errors, message, options) {
    const error = constructError(new.target, "AggregateError", message, options);
    $defineData(error, "errors", listOf(errors), HIDDEN);
    return error;
  },
  2,
);

$methods("Error.prototype", {
  toString() {
    if (!$isObject(this)) {
      throw makeTypeError("Error.prototype.toString requires that 'this' be a JSReceiver");
    }
    const name = this.name;
    const nameText = name === undefined ? "Error" : toString(name);
    const message = this.message;
    const messageText = message === undefined ? "" : toString(message);
    return nameText === "" ? messageText : messageText === "" ? nameText : nameText + ": " + messageText;
  },
  get stack() {
    const stack = $stack(this);
    if (stack === undefined || typeof stack === "string") {
      return stack;
    }
    const text = stackText(stack);
    $setStack(this, text);
    return text;
  },
  set stack(value) {
    if ($isObject(this)) {
      defineDataOrThrow(this, "stack", value, HIDDEN);
    }
  },
});

$methods("Error", {
  captureStackTrace(object, above = undefined) {
    if (!$isObject(object)) {
      throw makeTypeError("Invalid argument");
    }
    captureStack(object, above);
    const stack = $stack(object);
    if (stack !== undefined) {
      defineDataOrThrow(object, "stack", stackText(stack), HIDDEN);
    }
  },
});

// The text of a captured stack: [name, message, then number, function and `this` of each call].
function stackText(stack) {
  const name = stack[0] === undefined ? "Error" : describe(stack[0]);
  const message = stack[1] === undefined ? "" : describe(stack[1]);
  let text = name === "" ? message : message === "" ? name : name + ": " + message;
  const count = $arrayLength(stack);
  for (let i = 2; i < count; i += 3) {
    text += "\n    at " + callText(stack[i], stack[i + 1], stack[i + 2]);
  }
  return text;
}

function callText(place, callee, receiver) {
  const where = $file(callee) + ":" + $line(place) + ":" + $column(place);
  const given = $ownData(callee, "name");
  const name = typeof given === "string" ? given : "";
  if ($isConstructed(place)) {
    return "new " + (name === "" ? "<anonymous>" : name) + " (" + where + ")";
  }
  if (receiver === undefined || receiver === null || $isHole(receiver)) {
    return name === "" ? where : name + " (" + where + ")";
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
    const name = $isClass(receiver) ? $ownData(receiver, "name") : undefined;
    return typeof name === "string" && name !== "" ? name : "Function";
  }
  const name = constructorName($isObject(receiver) ? receiver : $primitivePrototype(receiver));
  return name === undefined ? "Object" : name;
}
