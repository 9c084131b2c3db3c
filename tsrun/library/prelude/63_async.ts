// Async functions, async generators and their iteration (sections 27.1.4, 27.4, 27.6 and 27.7). Suspending and resuming
// are the kernel's (vm/awaiting.py).

functionKind("AsyncFunction", function AsyncFunction(...parts) {
  return createDynamicFunction(AsyncFunction, new.target, "async function", parts);
}, undefined);

const AsyncIteratorPrototype = $intrinsic("AsyncIterator");
$methods("AsyncIterator.prototype", {
  [Symbol_asyncIterator]() {
    return this;
  },
});

const AsyncGeneratorPrototype = $intrinsic("AsyncGenerator");
$setPrototype(AsyncGeneratorPrototype, AsyncIteratorPrototype);
$defineData(AsyncGeneratorPrototype, Symbol_toStringTag, "AsyncGenerator", CONFIGURABLE);
functionKind(
  "AsyncGeneratorFunction",
  function AsyncGeneratorFunction(...parts) {
    return createDynamicFunction(AsyncGeneratorFunction, new.target, "async function*", parts);
  },
  AsyncGeneratorPrototype,
);

// What a generator is sent, as RESUME_ constants of vm/coroutines.py.
const SENT_NEXT = 0;
const SENT_THROW = 1;
const SENT_RETURN = 2;

// States of an async generator, as of vm/requests.py. DRAINING: its code has ended, but requests wait for a promise that
// one of them returns.
const AT_YIELD = 1;
const EXECUTING = 2;
const DRAINING = 3;
const COMPLETED = 4;
const AT_START = 0;

// `$requests` gives the state of an async generator, the index of its first request, and then the requests: for each what
// is sent, a value, and the promise that answers.
const STATE = 0;
const HEAD = 1;
const REQUEST = 3;

function enqueue(queue, kind, value, promise) {
  $push(queue, kind);
  $push(queue, value);
  $push(queue, promise);
}

function resumeAsyncGenerator(generator, queue, kind, value) {
  queue[STATE] = EXECUTING;
  $resumeGenerator(generator, kind, value);
}

// Removes the first request; its promise.
function takeRequest(queue) {
  const head = queue[HEAD];
  const promise = queue[head + 2];
  if (head + REQUEST === $arrayLength(queue)) {
    $setArrayLength(queue, 2);
    queue[HEAD] = 2;
  } else {
    queue[HEAD] = head + REQUEST;
  }
  return promise;
}

// AsyncGeneratorCompleteStep (section 27.6.3.5)
function completeStep(queue, thrown, value, done) {
  const promise = takeRequest(queue);
  if (thrown) {
    $rejectPromise(promise, value);
  } else {
    resolvePromise(promise, { value, done });
  }
}

// AsyncGeneratorAwaitReturn (section 27.6.3.9)
function awaitReturn(queue) {
  queue[STATE] = DRAINING;
  const finish = (thrown, value) => {
    completeStep(queue, thrown, value, true);
    drainRequests(queue);
  };
  let promise;
  try {
    promise = promiseResolve(PromiseConstructor, queue[queue[HEAD] + 1]);
  } catch (error) {
    finish(true, error);
    return;
  }
  performPromiseThen(promise, (value) => finish(false, value), (error) => finish(true, error));
}

// AsyncGeneratorDrainQueue (section 27.6.3.10)
function drainRequests(queue) {
  while (queue[HEAD] < $arrayLength(queue)) {
    const kind = queue[queue[HEAD]];
    if (kind === SENT_RETURN) {
      awaitReturn(queue);
      return;
    }
    completeStep(queue, kind === SENT_THROW, kind === SENT_THROW ? queue[queue[HEAD] + 1] : undefined, true);
  }
  queue[STATE] = COMPLETED;
}

// The end of AsyncGeneratorStart (section 27.6.3.2)
$root("async_generator_end", function asyncGeneratorEnd(generator, value, thrown) {
  const queue = $requests(generator);
  queue[STATE] = DRAINING;
  completeStep(queue, thrown === 1, value, true);
  drainRequests(queue);
});

function refuse(method, value, promise) {
  $rejectPromise(promise, incompatible("[AsyncGenerator].prototype." + method, value));
  return promise;
}

$slow({
  "AsyncGenerator.prototype.next"(value) {
    const promise = $newPromise($intrinsic("Promise"));
    const queue = $requests(this);
    if (queue === undefined) {
      return refuse("next", this, promise);
    }
    if (queue[STATE] === COMPLETED) {
      resolvePromise(promise, { value: undefined, done: true });
      return promise;
    }
    enqueue(queue, SENT_NEXT, value, promise);
    if (queue[STATE] <= AT_YIELD) {
      resumeAsyncGenerator(this, queue, SENT_NEXT, value);
    }
    return promise;
  },
  "AsyncGenerator.prototype.return"(value) {
    const promise = $newPromise($intrinsic("Promise"));
    const queue = $requests(this);
    if (queue === undefined) {
      return refuse("return", this, promise);
    }
    enqueue(queue, SENT_RETURN, value, promise);
    const state = queue[STATE];
    if (state === AT_START || state === COMPLETED) {
      awaitReturn(queue);
    } else if (state === AT_YIELD) {
      resumeAsyncGenerator(this, queue, SENT_RETURN, value);
    }
    return promise;
  },
  "AsyncGenerator.prototype.throw"(error) {
    const promise = $newPromise($intrinsic("Promise"));
    const queue = $requests(this);
    if (queue === undefined) {
      return refuse("throw", this, promise);
    }
    if (queue[STATE] === AT_START) {
      queue[STATE] = COMPLETED;
    }
    if (queue[STATE] === COMPLETED) {
      $rejectPromise(promise, error);
      return promise;
    }
    enqueue(queue, SENT_THROW, error, promise);
    if (queue[STATE] === AT_YIELD) {
      resumeAsyncGenerator(this, queue, SENT_THROW, error);
    }
    return promise;
  },
});

// %AsyncFromSyncIteratorPrototype% (section 27.1.6): hidden slot 0 is the sync iterator, 1 its `next`. No script sees one.
function asyncFromSync(iterator, next) {
  const made = $newObject($intrinsic("AsyncFromSyncIterator"));
  $setSlot(made, 0, iterator);
  $setSlot(made, 1, next);
  return made;
}

$setPrototype($intrinsic("AsyncFromSyncIterator"), AsyncIteratorPrototype);

// AsyncFromSyncIteratorContinuation (section 27.1.6.4)
function continueWith(result, promise, iterator, closes) {
  let done, wrapper;
  try {
    done = result.done ? true : false;
    const value = result.value;
    try {
      wrapper = promiseResolve(PromiseConstructor, value);
    } catch (error) {
      if (!done && closes) {
        abortIterator(iterator);
      }
      throw error;
    }
  } catch (error) {
    $rejectPromise(promise, error);
    return promise;
  }
  const failed = done || !closes ? undefined : (error) => {
    abortIterator(iterator);
    throw error;
  };
  const capability = { promise, resolve: undefined, reject: undefined };
  performPromiseThen(wrapper, (value) => ({ value, done }), failed, capability);
  return promise;
}

$methods("AsyncFromSyncIterator.prototype", {
  next(...args) {
    const promise = $newPromise($intrinsic("Promise"));
    const iterator = $slot(this, 0);
    let result;
    try {
      result = $callList($slot(this, 1), iterator, args);
      if (!$isObject(result)) {
        throw errorMakers[15](result);
      }
    } catch (error) {
      $rejectPromise(promise, error);
      return promise;
    }
    return continueWith(result, promise, iterator, true);
  },
  return(...args) {
    const promise = $newPromise($intrinsic("Promise"));
    const iterator = $slot(this, 0);
    let result;
    try {
      const method = iterator.return;
      if (method === undefined || method === null) {
        resolvePromise(promise, { value: args[0], done: true });
        return promise;
      }
      result = $callList(method, iterator, args);
      if (!$isObject(result)) {
        throw errorMakers[15](result);
      }
    } catch (error) {
      $rejectPromise(promise, error);
      return promise;
    }
    return continueWith(result, promise, iterator, false);
  },
  throw(...args) {
    const promise = $newPromise($intrinsic("Promise"));
    const iterator = $slot(this, 0);
    let result;
    try {
      const method = iterator.throw;
      if (method === undefined || method === null) {
        closeIterator(iterator);
        throw makeTypeError("The iterator does not provide a 'throw' method.");
      }
      result = $callList(method, iterator, args);
      if (!$isObject(result)) {
        throw errorMakers[15](result);
      }
    } catch (error) {
      $rejectPromise(promise, error);
      return promise;
    }
    return continueWith(result, promise, iterator, true);
  },
});

// GetIterator(async) (section 7.4.3): the iterator and its next method.
$root("async_iterator_open", function openAsyncIterator(iterable, text) {
  const method = iterable[Symbol_asyncIterator];
  if (method === undefined || method === null) {
    const sync = getIteratorMethod(iterable);
    if (!$isCallable(sync)) {
      throw makeTypeError(describeCallee(text, iterable) + " is not async iterable");
    }
    const record = iteratorFromMethod(iterable, sync);
    const made = asyncFromSync(record[0], record[1]);
    return [made, made.next];
  }
  if (!$isCallable(method)) {
    throw makeTypeError(describeCallee(text, iterable) + " is not async iterable");
  }
  const iterator = $call(method, iterable);
  if (!$isObject(iterator)) {
    throw makeTypeError("Result of the Symbol.asyncIterator method is not an object");
  }
  return [iterator, iterator.next];
});

// AsyncIteratorClose (section 7.4.13) up to its await; $done() if there is no method.
$root("async_iterator_close", function closeAsyncIterator(iterator) {
  const method = iterator.return;
  return method === undefined || method === null ? $done() : $call(method, iterator);
});

$root("async_iterator_abort", function abortAsyncIterator(iterator) {
  try {
    const method = iterator.return;
    return method === undefined || method === null ? $done() : $call(method, iterator);
  } catch {
    return $done();
  }
});
