// Promise (section 27.2). States, reactions and jobs are the kernel's (vm/jobs.py); here is what may run code of a script.

const PENDING = 0;

// The resolve function of a promise (section 27.2.1.3.2), which is called once.
function resolvePromise(promise, resolution) {
  if ($resolveSimply(promise, resolution)) {
    return;
  }
  if (resolution === promise) {
    $rejectPromise(promise, makeTypeError("Chaining cycle detected for promise #<Promise>"));
    return;
  }
  let then;
  try {
    then = resolution.then;
  } catch (error) {
    $rejectPromise(promise, error);
    return;
  }
  if ($isCallable(then)) {
    $enqueueThenable(promise, resolution, then);
  } else {
    $fulfillPromise(promise, resolution);
  }
}

// CreateResolvingFunctions (section 27.2.1.3): [resolve, reject].
function resolvingFunctions(promise) {
  let resolved = false;
  return [
    (resolution) => {
      if (!resolved) {
        resolved = true;
        resolvePromise(promise, resolution);
      }
    },
    (reason) => {
      if (!resolved) {
        resolved = true;
        $rejectPromise(promise, reason);
      }
    },
  ];
}

// PerformPromiseThen (section 27.2.5.4.1). Without a capability nobody gets the result; one whose functions are
// undefined is a promise of the library's own.
function performPromiseThen(promise, onFulfilled, onRejected, capability = undefined) {
  if (capability === undefined) {
    return $promiseThen(promise, onFulfilled, onRejected, undefined, undefined, undefined);
  }
  return $promiseThen(promise, onFulfilled, onRejected, capability.promise, capability.resolve, capability.reject);
}

$root("resolve_promise", resolvePromise);

// The part of NewPromiseReactionJob (section 27.2.2.1) that calls a handler.
$root("reaction_job", function reactionJob(handler, argument, promise, resolve, reject) {
  let result;
  try {
    result = $call(handler, undefined, argument);
  } catch (error) {
    if (promise !== undefined) {
      if (reject === undefined) {
        $rejectPromise(promise, error);
      } else {
        $call(reject, undefined, error);
      }
    }
    return;
  }
  if (promise !== undefined) {
    if (resolve === undefined) {
      resolvePromise(promise, result);
    } else {
      $call(resolve, undefined, result);
    }
  }
});

// NewPromiseResolveThenableJob (section 27.2.2.2)
$root("thenable_job", function thenableJob(promise, thenable, then) {
  const functions = resolvingFunctions(promise);
  try {
    $call(then, thenable, functions[0], functions[1]);
  } catch (error) {
    functions[1](error);
  }
});

// All jobs there are; then a promise whose rejection nobody handled, or undefined. An error that leaves a job leaves this.
function runJobs() {
  for (;;) {
    try {
      while ($runJob()) {
        // There may be more.
      }
      return $nextRejected();
    } catch (error) {
      if (!$failJob(error)) {
        throw error;
      }
    }
  }
}

const PromiseConstructor = $constructor(
  "Promise",
  function Promise(executor) {
    if (new.target === undefined) {
      throw makeTypeError("Promise constructor cannot be invoked without 'new'");
    }
    if (!$isCallable(executor)) {
      throw makeTypeError("Promise resolver " + describe(executor) + " is not a function");
    }
    const promise = $newPromise($protoFrom(new.target, "Promise"));
    const functions = resolvingFunctions(promise);
    try {
      $call(executor, undefined, functions[0], functions[1]);
    } catch (error) {
      functions[1](error);
    }
    return promise;
  },
  1,
);

// NewPromiseCapability (section 27.2.1.5)
function newPromiseCapability(constructor) {
  if (constructor === PromiseConstructor) {
    const promise = $newPromise($intrinsic("Promise"));
    const functions = resolvingFunctions(promise);
    return { promise, resolve: functions[0], reject: functions[1] };
  }
  if (!$isConstructor(constructor)) {
    throw makeTypeError(describe(constructor) + " is not a constructor");
  }
  const capability = { promise: undefined, resolve: undefined, reject: undefined };
  capability.promise = $construct(constructor, constructor, [
    (resolve, reject) => {
      if (capability.resolve !== undefined || capability.reject !== undefined) {
        throw makeTypeError("Promise executor has already been invoked with non-undefined arguments");
      }
      capability.resolve = resolve;
      capability.reject = reject;
    },
  ]);
  if (!$isCallable(capability.resolve) || !$isCallable(capability.reject)) {
    throw makeTypeError("Promise resolve or reject function is not callable");
  }
  return capability;
}

// PromiseResolve (section 27.2.4.7.1)
function promiseResolve(constructor, value) {
  if (constructor === PromiseConstructor) {
    if ($isPlainPromise(value) || ($isKind(value, K_PROMISE) && value.constructor === constructor)) {
      return value;
    }
    const promise = $newPromise($intrinsic("Promise"));
    resolvePromise(promise, value);
    return promise;
  }
  if ($isKind(value, K_PROMISE) && value.constructor === constructor) {
    return value;
  }
  const capability = newPromiseCapability(constructor);
  $call(capability.resolve, undefined, value);
  return capability.promise;
}

$root("await_value", function awaitValue(value) {
  return promiseResolve(PromiseConstructor, value);
});

// SpeciesConstructor (section 7.3.22)
function speciesConstructor(object, standard) {
  const constructor = object.constructor;
  if (constructor === undefined) {
    return standard;
  }
  if (!$isObject(constructor)) {
    throw makeTypeError("The .constructor property is not an object");
  }
  const species = constructor[Symbol_species];
  if (species === undefined || species === null) {
    return standard;
  }
  if (!$isConstructor(species)) {
    throw makeTypeError("object.constructor[Symbol.species] is not a constructor");
  }
  return species;
}

function requirePromiseClass(constructor, method) {
  if (!$isObject(constructor)) {
    throw makeTypeError(method + " called on non-object");
  }
}

// `promise.then(onFulfilled, onRejected)` for Promise.all and its like (0 all, 1 allSettled, 2 any, 3 race): nobody gets
// its result. Handlers that settle a promise of ours are called without one where no code of the script can tell.
function watch(constructor, promise, index, combinator, onFulfilled, onRejected, whole) {
  if (constructor !== PromiseConstructor || !$watchPromise(promise, onFulfilled, onRejected, whole, index * 4 + combinator)) {
    $call(promise.then, promise, onFulfilled, onRejected);
  }
}

// What Promise.all and its like have in common: `each(promise, index)` is told every promise, `end` that it was the last.
// What goes wrong closes the iterator unless that is what failed, and rejects the result (IfAbruptRejectPromise).
function overPromises(constructor, iterable, capability, each, end) {
  let iterator;
  try {
    const resolve = constructor.resolve;
    if (!$isCallable(resolve)) {
      throw makeTypeError("Promise resolve or reject function is not callable");
    }
    const record = openIterator(iterable);
    const next = record[1];
    for (let index = 0; ; index++) {
      iterator = undefined;
      const value = nextValue(record[0], next);
      if ($isDone(value)) {
        end(index);
        return capability.promise;
      }
      iterator = record[0];
      each($call(resolve, constructor, value), index);
    }
  } catch (error) {
    if (iterator !== undefined) {
      abortIterator(iterator);
    }
    $call(capability.reject, undefined, error);
    return capability.promise;
  }
}

$methods("Promise", {
  all(iterable) {
    requirePromiseClass(this, "Promise.all");
    const capability = newPromiseCapability(this);
    const values = [];
    let remaining = 1;
    const settled = () => {
      if (--remaining === 0) {
        $call(capability.resolve, undefined, values);
      }
    };
    return overPromises(this, iterable, capability, (promise, index) => {
      $push(values, undefined);
      let called = false;
      remaining++;
      watch(
        this,
        promise,
        index,
        0,
        (value) => {
          if (!called) {
            called = true;
            values[index] = value;
            settled();
          }
        },
        capability.reject,
        capability.promise,
      );
    }, settled);
  },
  allSettled(iterable) {
    requirePromiseClass(this, "Promise.allSettled");
    const capability = newPromiseCapability(this);
    const values = [];
    let remaining = 1;
    const settled = () => {
      if (--remaining === 0) {
        $call(capability.resolve, undefined, values);
      }
    };
    return overPromises(this, iterable, capability, (promise, index) => {
      $push(values, undefined);
      let called = false;
      remaining++;
      watch(
        this,
        promise,
        index,
        1,
        (value) => {
          if (!called) {
            called = true;
            values[index] = { status: "fulfilled", value };
            settled();
          }
        },
        (reason) => {
          if (!called) {
            called = true;
            values[index] = { status: "rejected", reason };
            settled();
          }
        },
        capability.promise,
      );
    }, settled);
  },
  any(iterable) {
    requirePromiseClass(this, "Promise.any");
    const capability = newPromiseCapability(this);
    const errors = [];
    let remaining = 1;
    const settled = () => {
      if (--remaining === 0) {
        const error = makeError("AggregateError", "All promises were rejected");
        $defineData(error, "errors", errors, HIDDEN);
        $call(capability.reject, undefined, error);
      }
    };
    return overPromises(this, iterable, capability, (promise, index) => {
      $push(errors, undefined);
      let called = false;
      remaining++;
      watch(
        this,
        promise,
        index,
        2,
        capability.resolve,
        (reason) => {
          if (!called) {
            called = true;
            errors[index] = reason;
            settled();
          }
        },
        capability.promise,
      );
    }, settled);
  },
  race(iterable) {
    requirePromiseClass(this, "Promise.race");
    const capability = newPromiseCapability(this);
    return overPromises(
      this,
      iterable,
      capability,
      (promise) => watch(this, promise, 0, 3, capability.resolve, capability.reject, capability.promise),
      () => undefined,
    );
  },
  reject(reason) {
    requirePromiseClass(this, "PromiseReject");
    if (this === PromiseConstructor) {
      const promise = $newPromise($intrinsic("Promise"));
      $rejectPromise(promise, reason);
      return promise;
    }
    const capability = newPromiseCapability(this);
    $call(capability.reject, undefined, reason);
    return capability.promise;
  },
  try(callback, ...args) {
    requirePromiseClass(this, "Promise.try");
    const capability = newPromiseCapability(this);
    let result;
    try {
      result = $callList(callback, undefined, args);
    } catch (error) {
      $call(capability.reject, undefined, error);
      return capability.promise;
    }
    $call(capability.resolve, undefined, result);
    return capability.promise;
  },
  withResolvers() {
    requirePromiseClass(this, "Promise.withResolvers");
    const capability = newPromiseCapability(this);
    return { promise: capability.promise, resolve: capability.resolve, reject: capability.reject };
  },
  get [Symbol_species]() {
    return this;
  },
});

$slow({
  "Promise.resolve"(value) {
    requirePromiseClass(this, "PromiseResolve");
    return promiseResolve(this, value);
  },
  "Promise.prototype.then"(onFulfilled, onRejected) {
    if (!$isKind(this, K_PROMISE)) {
      throw incompatible("Promise.prototype.then", this);
    }
    const constructor = speciesConstructor(this, PromiseConstructor);
    if (constructor === PromiseConstructor) {
      return $promiseThen(this, onFulfilled, onRejected, $newPromise($intrinsic("Promise")), undefined, undefined);
    }
    return performPromiseThen(this, onFulfilled, onRejected, newPromiseCapability(constructor));
  },
});

$methods("Promise.prototype", {
  catch(onRejected) {
    return $call(this.then, this, undefined, onRejected);
  },
  finally(onFinally) {
    requireObject(this, "Promise.prototype.finally");
    const constructor = speciesConstructor(this, PromiseConstructor);
    if (!$isCallable(onFinally)) {
      return $call(this.then, this, onFinally, onFinally);
    }
    return $call(
      this.then,
      this,
      (value) => {
        const promise = promiseResolve(constructor, $call(onFinally, undefined));
        return $call(promise.then, promise, () => value);
      },
      (reason) => {
        const promise = promiseResolve(constructor, $call(onFinally, undefined));
        return $call(promise.then, promise, () => {
          throw reason;
        });
      },
    );
  },
});
$constant("Promise.prototype[Symbol.toStringTag]", "Promise");

$plainPromises($builtin("Promise.prototype.then"));
