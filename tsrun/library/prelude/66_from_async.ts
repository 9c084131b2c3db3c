// Array.fromAsync, and the disposal of asynchronous iterators.

// GetMethod of a value that was read: undefined for null too.
function requireMethod(value) {
  if (value === undefined || value === null) {
    return undefined;
  }
  requireCallable(value);
  return value;
}

async function fromAsyncIterable(constructor, record, mapper, receiver) {
  const iterator = record[0];
  const target = createFrom(constructor, []) ?? [];
  for (let k = 0; ; k++) {
    const result = await $call(record[1], iterator);
    if (!$isObject(result)) {
      throw errorMakers[15](result);
    }
    if (result.done) {
      setLength(target, k);
      return target;
    }
    let value = result.value;
    try {
      if (mapper !== undefined) {
        value = await $call(mapper, receiver, value, k);
      }
      createDataProperty(target, k, value);
    } catch (error) {
      // AsyncIteratorClose (section 7.4.13) of a throw completion: what goes wrong here is not heard of.
      try {
        const method = requireMethod(iterator.return);
        if (method !== undefined) {
          await $call(method, iterator);
        }
      } catch {
        // The completion that closes the iterator wins.
      }
      throw error;
    }
  }
}

async function fromAsyncLike(constructor, object, mapper, receiver) {
  const length = lengthOf(object);
  const target = createFrom(constructor, [length]) ?? newArrayOf(length);
  for (let k = 0; k < length; k++) {
    let value = await object[k];
    if (mapper !== undefined) {
      value = await $call(mapper, receiver, value, k);
    }
    createDataProperty(target, k, value);
  }
  setLength(target, length);
  return target;
}

$methods("Array", {
  // The part before the first await is not that of an asynchronous function, so that either of two can follow it.
  fromAsync(items, mapper = undefined, receiver = undefined) {
    let record;
    try {
      if (mapper !== undefined) {
        requireCallable(mapper);
      }
      const method = requireMethod(items[Symbol_asyncIterator]);
      if (method !== undefined) {
        record = iteratorFromMethod(items, method);
      } else {
        const sync = requireMethod(items[Symbol_iterator]);
        if (sync !== undefined) {
          const inner = iteratorFromMethod(items, sync);
          const made = asyncFromSync(inner[0], inner[1]);
          record = [made, made.next];
        }
      }
    } catch (error) {
      const promise = $newPromise($intrinsic("Promise"));
      $rejectPromise(promise, error);
      return promise;
    }
    return record === undefined
      ? fromAsyncLike(this, toObject(items), mapper, receiver)
      : fromAsyncIterable(this, record, mapper, receiver);
  },
});

$methods("AsyncIterator.prototype", {
  [Symbol_asyncDispose]() {
    const promise = $newPromise($intrinsic("Promise"));
    try {
      const method = requireMethod(this.return);
      if (method === undefined) {
        $fulfillPromise(promise, undefined);
      } else {
        const wrapper = promiseResolve(PromiseConstructor, $call(method, this));
        $promiseThen(wrapper, () => undefined, undefined, promise, undefined, undefined);
      }
    } catch (error) {
      $rejectPromise(promise, error);
    }
    return promise;
  },
});
