// Explicit resource management: disposal of resources, SuppressedError, DisposableStack, AsyncDisposableStack.

const Symbol_dispose = $symbol("Symbol.dispose");
const Symbol_asyncDispose = $symbol("Symbol.asyncDispose");
$constant("Symbol.dispose", Symbol_dispose);
$constant("Symbol.asyncDispose", Symbol_asyncDispose);

errorKind(
  "SuppressedError",
  function SuppressedError(error, suppressed, message) {
    const made = constructError(new.target, "SuppressedError", message, undefined, SuppressedError);
    $defineData(made, "error", error, HIDDEN);
    $defineData(made, "suppressed", suppressed, HIDDEN);
    return made;
  },
  3,
);

// Resources in the order of their declaration, each { value, method, waits }; what was thrown so far; and of the awaits of
// a disposal whether one is due and whether there was one (DisposeResources, section 2.1.3 of the proposal).
function newResources() {
  return { resources: [], failed: false, error: undefined, needsAwait: false, hasAwaited: false };
}

// GetDisposeMethod. An asynchronous resource that only has Symbol.dispose is disposed of by a function that makes a promise.
function disposeMethod(value, waits) {
  if (waits) {
    const method = value[Symbol_asyncDispose];
    if (method !== undefined && method !== null) {
      if (!$isCallable(method)) {
        throw makeTypeError(describe(method) + " is not a function");
      }
      return method;
    }
  }
  const method = value[Symbol_dispose];
  if (method === undefined || method === null) {
    return undefined;
  }
  if (!$isCallable(method)) {
    throw makeTypeError(describe(method) + " is not a function");
  }
  if (!waits) {
    return method;
  }
  return {
    dispose() {
      const promise = $newPromise($intrinsic("Promise"));
      try {
        $call(method, this);
      } catch (error) {
        $rejectPromise(promise, error);
        return promise;
      }
      $fulfillPromise(promise, undefined);
      return promise;
    },
  }.dispose;
}

// AddDisposableResource without a method
function addResource(state, value, waits) {
  if (value === undefined || value === null) {
    if (waits) {
      $push(state.resources, { value: undefined, method: undefined, waits });
    }
    return;
  }
  if (!$isObject(value)) {
    throw makeTypeError("The expected value in using initialization must be an object, null, or undefined");
  }
  const method = disposeMethod(value, waits);
  if (method === undefined) {
    throw makeTypeError(describeSymbol(waits ? Symbol_asyncDispose : Symbol_dispose) + " is not a function");
  }
  $push(state.resources, { value, method, waits });
}

// What a disposal throws comes before what was thrown already.
function disposalFailed(state, error) {
  if (state.failed) {
    const both = makeError("SuppressedError", "An error was suppressed during disposal");
    $defineData(both, "error", error, HIDDEN);
    $defineData(both, "suppressed", state.error, HIDDEN);
    state.error = both;
  } else {
    state.failed = true;
    state.error = error;
  }
}

// Disposes of resources up to one whose result has to be awaited, which is returned: null for an await of nothing in
// particular, undefined after the last resource.
function disposeUntilAwait(state) {
  const resources = state.resources;
  for (;;) {
    const last = $arrayLength(resources) - 1;
    if (last < 0 || !resources[last].waits) {
      if (state.needsAwait && !state.hasAwaited) {
        state.needsAwait = false;
        return null;
      }
      if (last < 0) {
        return undefined;
      }
    }
    const resource = resources[last];
    $setArrayLength(resources, last);
    if (resource.method === undefined) {
      state.needsAwait = true;
      continue;
    }
    try {
      const result = $call(resource.method, resource.value);
      if (resource.waits) {
        state.hasAwaited = true;
        return $isObject(result) ? result : null;
      }
    } catch (error) {
      disposalFailed(state, error);
    }
  }
}

function throwFailure(state) {
  if (state.failed) {
    throw state.error;
  }
}

// The actions of instruction `using` (compiler/resources.py).
$root("using", function using(state, value, action) {
  switch (action) {
    case 0:
      return newResources();
    case 1:
    case 2:
      addResource(state, value, action === 2);
      return value;
    case 3:
      disposalFailed(state, value);
      return value;
    case 4:
    case 5:
      return disposeUntilAwait(state);
    default:
      throwFailure(state);
      return undefined;
  }
});

// DisposableStack

// Slot 0 of a stack: its resources, or null when it is disposed of. Slot 1: the class it is of, as one of these.
const DISPOSABLE_STACK = { name: "DisposableStack" };
const ASYNC_DISPOSABLE_STACK = { name: "AsyncDisposableStack" };

function stackOf(value, kind, method) {
  if (!$isObject(value) || $slot(value, 1) !== kind) {
    throw incompatible(kind.name + ".prototype." + method, value);
  }
  return $slot(value, 0);
}

function openStack(value, kind, method) {
  const state = stackOf(value, kind, method);
  if (state === null) {
    throw makeReferenceError("Cannot add values to a disposed stack!");
  }
  return state;
}

function newStack(prototype, kind, state) {
  const stack = $newObject(prototype);
  $setSlot(stack, 0, state);
  $setSlot(stack, 1, kind);
  return stack;
}

$constructor(
  "DisposableStack",
  function DisposableStack() {
    if (new.target === undefined) {
      throw makeTypeError("Constructor DisposableStack requires 'new'");
    }
    return newStack($protoFrom(new.target, "DisposableStack"), DISPOSABLE_STACK, newResources());
  },
  0,
);

function adopt(state, value, onDispose, waits) {
  requireCallable(onDispose);
  $push(state.resources, { value: undefined, method: () => $call(onDispose, undefined, value), waits });
  return value;
}

function defer(state, onDispose, waits) {
  requireCallable(onDispose);
  $push(state.resources, { value: undefined, method: onDispose, waits });
}

$methods("DisposableStack.prototype", {
  get disposed() {
    return stackOf(this, DISPOSABLE_STACK, "disposed") === null;
  },
  dispose() {
    const state = stackOf(this, DISPOSABLE_STACK, "dispose");
    if (state !== null) {
      $setSlot(this, 0, null);
      disposeUntilAwait(state);
      throwFailure(state);
    }
  },
  use(value) {
    addResource(openStack(this, DISPOSABLE_STACK, "use"), value, false);
    return value;
  },
  adopt(value, onDispose) {
    return adopt(openStack(this, DISPOSABLE_STACK, "adopt"), value, onDispose, false);
  },
  defer(onDispose) {
    defer(openStack(this, DISPOSABLE_STACK, "defer"), onDispose, false);
  },
  move() {
    const state = openStack(this, DISPOSABLE_STACK, "move");
    $setSlot(this, 0, null);
    return newStack($intrinsic("DisposableStack"), DISPOSABLE_STACK, state);
  },
});
$alias("DisposableStack.prototype[Symbol.dispose]", "DisposableStack.prototype.dispose");
$constant("DisposableStack.prototype[Symbol.toStringTag]", "DisposableStack");

// AsyncDisposableStack

$constructor(
  "AsyncDisposableStack",
  function AsyncDisposableStack() {
    if (new.target === undefined) {
      throw makeTypeError("Constructor AsyncDisposableStack requires 'new'");
    }
    return newStack($protoFrom(new.target, "AsyncDisposableStack"), ASYNC_DISPOSABLE_STACK, newResources());
  },
  0,
);

// DisposeResources as an asynchronous function would carry it out: the promise is settled after the last resource.
function disposeAll(state, promise) {
  for (;;) {
    const result = disposeUntilAwait(state);
    if (result === undefined) {
      if (state.failed) {
        $rejectPromise(promise, state.error);
      } else {
        $fulfillPromise(promise, undefined);
      }
      return;
    }
    try {
      $promiseThen(
        promiseResolve(PromiseConstructor, result),
        () => disposeAll(state, promise),
        (error) => {
          disposalFailed(state, error);
          disposeAll(state, promise);
        },
        undefined,
        undefined,
        undefined,
      );
      return;
    } catch (error) {
      disposalFailed(state, error);
    }
  }
}

$methods("AsyncDisposableStack.prototype", {
  get disposed() {
    return stackOf(this, ASYNC_DISPOSABLE_STACK, "disposed") === null;
  },
  disposeAsync() {
    const promise = $newPromise($intrinsic("Promise"));
    let state;
    try {
      state = stackOf(this, ASYNC_DISPOSABLE_STACK, "disposeAsync");
    } catch (error) {
      $rejectPromise(promise, error);
      return promise;
    }
    if (state === null) {
      $fulfillPromise(promise, undefined);
    } else {
      $setSlot(this, 0, null);
      disposeAll(state, promise);
    }
    return promise;
  },
  use(value) {
    addResource(openStack(this, ASYNC_DISPOSABLE_STACK, "use"), value, true);
    return value;
  },
  adopt(value, onDispose) {
    return adopt(openStack(this, ASYNC_DISPOSABLE_STACK, "adopt"), value, onDispose, true);
  },
  defer(onDispose) {
    defer(openStack(this, ASYNC_DISPOSABLE_STACK, "defer"), onDispose, true);
  },
  move() {
    const state = openStack(this, ASYNC_DISPOSABLE_STACK, "move");
    $setSlot(this, 0, null);
    return newStack($intrinsic("AsyncDisposableStack"), ASYNC_DISPOSABLE_STACK, state);
  },
});
$alias("AsyncDisposableStack.prototype[Symbol.asyncDispose]", "AsyncDisposableStack.prototype.disposeAsync");
$constant("AsyncDisposableStack.prototype[Symbol.toStringTag]", "AsyncDisposableStack");

$methods("Iterator.prototype", {
  [Symbol_dispose]() {
    const method = this.return;
    if (method !== undefined && method !== null) {
      $call(method, this);
    }
  },
});
