// Async functions, async generators and their iteration (sections 27.1.4, 27.4, 27.6 and 27.7). Suspending and resuming
// are the kernel's (vm/awaiting.py).

functionKind("AsyncFunction", function AsyncFunction(...parts) {
  throw makeTypeError("AsyncFunction: compiling source text at run time is not supported");
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
    throw makeTypeError("AsyncGeneratorFunction: compiling source text at run time is not supported");
  },
  AsyncGeneratorPrototype,
);

// What a generator is sent, as RESUME_ constants of vm/coroutines.py.
const SENT_NEXT = 0;
const SENT_THROW = 1;
const SENT_RETURN = 2;

// States of an async generator. DRAINING: its code has ended, but requests wait for a promise that one of them returns.
const AT_START = 0;
const AT_YIELD = 1;
const EXECUTING = 2;
const DRAINING = 3;
const COMPLETED = 4;

// Hidden slot 0 of an async generator: its state, and the requests from `head` on.
function requestsOf(generator) {
  let record = $slot(generator, 0);
  if (record === undefined) {
    record = { state: AT_START, queue: [], head: 0 };
    $setSlot(generator, 0, record);
  }
  return record;
}

// AsyncGeneratorEnqueue (section 27.6.3.4) and what follows it
function enqueue(record, kind, value, promise) {
  $push(record.queue, { kind, value, promise });
}

function resumeAsyncGenerator(generator, record, kind, value) {
  record.state = EXECUTING;
  $resumeGenerator(generator, kind, value);
}

function takeRequest(record) {
  const request = record.queue[record.head++];
  if (record.head === $arrayLength(record.queue)) {
    $setArrayLength(record.queue, 0);
    record.head = 0;
  }
  return request;
}

// AsyncGeneratorCompleteStep (section 27.6.3.5)
function completeStep(record, thrown, value, done) {
  const request = takeRequest(record);
  if (thrown) {
    $rejectPromise(request.promise, value);
  } else {
    resolvePromise(request.promise, { value, done });
  }
}

// AsyncGeneratorAwaitReturn (section 27.6.3.9)
function awaitReturn(record) {
  record.state = DRAINING;
  const finish = (thrown, value) => {
    completeStep(record, thrown, value, true);
    drainRequests(record);
  };
  let promise;
  try {
    promise = promiseResolve(PromiseConstructor, record.queue[record.head].value);
  } catch (error) {
    finish(true, error);
    return;
  }
  performPromiseThen(promise, (value) => finish(false, value), (error) => finish(true, error));
}

// AsyncGeneratorDrainQueue (section 27.6.3.10)
function drainRequests(record) {
  while (record.head < $arrayLength(record.queue)) {
    const request = record.queue[record.head];
    if (request.kind === SENT_RETURN) {
      awaitReturn(record);
      return;
    }
    completeStep(record, request.kind === SENT_THROW, request.value, true);
  }
  record.state = COMPLETED;
}

// The first half of AsyncGeneratorYield (section 27.6.3.8): what the generator goes on with, or a hole if it is to wait.
$root("async_generator_yield", function asyncGeneratorYield(generator, value) {
  const record = requestsOf(generator);
  completeStep(record, false, value, false);
  if ($arrayLength(record.queue) === 0) {
    record.state = AT_YIELD;
    return $hole();
  }
  const request = record.queue[record.head];
  return [request.kind, request.value];
});

// The end of AsyncGeneratorStart (section 27.6.3.2)
$root("async_generator_end", function asyncGeneratorEnd(generator, value, thrown) {
  const record = requestsOf(generator);
  record.state = DRAINING;
  completeStep(record, thrown === 1, value, true);
  drainRequests(record);
});

function refused(method, value, promise) {
  if ($isAsyncGenerator(value)) {
    return false;
  }
  $rejectPromise(promise, incompatible("[AsyncGenerator].prototype." + method, value));
  return true;
}

$methods("AsyncGenerator.prototype", {
  next(value) {
    const promise = $newPromise($intrinsic("Promise"));
    if (refused("next", this, promise)) {
      return promise;
    }
    const record = requestsOf(this);
    if (record.state === COMPLETED) {
      resolvePromise(promise, { value: undefined, done: true });
      return promise;
    }
    enqueue(record, SENT_NEXT, value, promise);
    if (record.state <= AT_YIELD) {
      resumeAsyncGenerator(this, record, SENT_NEXT, value);
    }
    return promise;
  },
  return(value) {
    const promise = $newPromise($intrinsic("Promise"));
    if (refused("return", this, promise)) {
      return promise;
    }
    const record = requestsOf(this);
    enqueue(record, SENT_RETURN, value, promise);
    if (record.state === AT_START || record.state === COMPLETED) {
      awaitReturn(record);
    } else if (record.state === AT_YIELD) {
      resumeAsyncGenerator(this, record, SENT_RETURN, value);
    }
    return promise;
  },
  throw(error) {
    const promise = $newPromise($intrinsic("Promise"));
    if (refused("throw", this, promise)) {
      return promise;
    }
    const record = requestsOf(this);
    if (record.state === AT_START) {
      record.state = COMPLETED;
    }
    if (record.state === COMPLETED) {
      $rejectPromise(promise, error);
      return promise;
    }
    enqueue(record, SENT_THROW, error, promise);
    if (record.state === AT_YIELD) {
      resumeAsyncGenerator(this, record, SENT_THROW, error);
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
