// queueMicrotask, timers, and the loop that runs what is pending, in the order that Node keeps.

// Timers that are due in the same millisecond are in one list, in the order of their making; the lists are in a table by
// that millisecond and in a binary heap. A timer that was cleared stays in its list until that is looked through.
const dueHeap = [];
const dueLists = $newTable();
const timersById = $newTable();
const loop = { now: 0, id: 0, timers: 0, entries: 0, dead: 0, waiting: 0, fresh: true, immediates: [], running: [], next: 0 };
const LONGEST_DELAY = 2147483647;

function invalidCallback(value) {
  const shown = value === undefined || value === null
    ? describe(value)
    : $isCallable(value) || !$isObject(value)
    ? "type " + typeof value + " (" + (typeof value === "string" ? "'" + value + "'" : describe(value)) + ")"
    : "an instance of " + (constructorName(value) ?? "Object");
  const error = makeTypeError('The "callback" argument must be of type function. Received ' + shown);
  $defineData(error, "code", "ERR_INVALID_ARG_TYPE", DEFAULT_ATTRIBUTES);
  return error;
}

function pushList(list) {
  $push(dueHeap, list);
  let at = $arrayLength(dueHeap) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (list.due >= dueHeap[parent].due) {
      break;
    }
    dueHeap[at] = dueHeap[parent];
    at = parent;
  }
  dueHeap[at] = list;
}

function popList() {
  const count = $arrayLength(dueHeap) - 1;
  const list = dueHeap[count];
  $setArrayLength(dueHeap, count);
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) {
      break;
    }
    if (child + 1 < count && dueHeap[child + 1].due < dueHeap[child].due) {
      child++;
    }
    if (dueHeap[child].due >= list.due) {
      break;
    }
    dueHeap[at] = dueHeap[child];
    at = child;
  }
  if (count > 0) {
    dueHeap[at] = list;
  }
}

function pushTimer(entry) {
  let list = $tableGet(dueLists, entry.due);
  if (list === undefined) {
    list = { due: entry.due, entries: [], head: 0 };
    $tableSet(dueLists, entry.due, list);
    pushList(list);
  }
  $push(list.entries, entry);
  loop.entries++;
}

// The timer that is due first, which stays where it is; undefined if there is none.
function firstTimer() {
  while ($arrayLength(dueHeap) > 0) {
    const list = dueHeap[0];
    const count = $arrayLength(list.entries);
    while (list.head < count) {
      const entry = list.entries[list.head];
      if (entry.timer !== undefined) {
        return entry;
      }
      takeFirst(list);
      loop.dead--;
    }
    popList();
    $tableDelete(dueLists, list.due);
  }
  return undefined;
}

function takeFirst(list) {
  list.entries[list.head++] = undefined;
  loop.entries--;
}

// Forgets cleared timers when they are most of all.
function sweepTimers() {
  if (loop.dead < 64 || loop.dead * 2 < loop.entries) {
    return;
  }
  const lists = $arrayLength(dueHeap);
  for (let i = 0; i < lists; i++) {
    const list = dueHeap[i];
    const live = [];
    const count = $arrayLength(list.entries);
    for (let k = list.head; k < count; k++) {
      if (list.entries[k].timer !== undefined) {
        $push(live, list.entries[k]);
      }
    }
    list.entries = live;
    list.head = 0;
  }
  loop.entries -= loop.dead;
  loop.dead = 0;
}

// What a timer is, behind the object that scripts have of it: slot 0 of a Timeout or Immediate, known by its brand.
const timerBrand = {};

function timerState(timer) {
  const state = $isObject(timer) ? $slot(timer, 0) : undefined;
  return $isObject(state) && state.brand === timerBrand ? state : undefined;
}

// Puts a timer into the heap, counted from now.
function schedule(state) {
  const now = $milliseconds();
  const entry = { due: (now > loop.now ? now : loop.now) + state.delay, timer: state };
  state.entry = entry;
  if (state.referenced) {
    loop.timers++;
  }
  pushTimer(entry);
}

function unschedule(state) {
  const entry = state.entry;
  if (entry !== undefined) {
    entry.timer = undefined;
    state.entry = undefined;
    loop.dead++;
    if (state.referenced) {
      loop.timers--;
    }
    sweepTimers();
  }
}

function makeTimer(callback, delay, args, repeats) {
  if (!$isCallable(callback)) {
    throw invalidCallback(callback);
  }
  let milliseconds = toNumber(delay);
  if (!(milliseconds >= 1 && milliseconds <= LONGEST_DELAY)) {
    milliseconds = 1;
  }
  const timer = $newObject(timeoutPrototype);
  const state = {
    brand: timerBrand, timer, callback, args, repeats, delay: $truncate(milliseconds), referenced: true, entry: undefined,
    id: undefined,
  };
  $setSlot(timer, 0, state);
  schedule(state);
  return timer;
}

function clearTimer(timer) {
  let state = timerState(timer);
  if (state === undefined && (typeof timer === "number" || typeof timer === "string")) {
    state = $tableGet(timersById, toNumber(timer));
  }
  if (state !== undefined && state.delay !== undefined) {
    state.repeats = false;
    unschedule(state);
    if (state.id !== undefined) {
      $tableDelete(timersById, state.id);
    }
  }
}

function dropImmediate(state) {
  if (state.callback !== undefined) {
    state.callback = undefined;
    if (state.referenced) {
      loop.waiting--;
    }
  }
}

class Timeout {
  ref() {
    const state = timerState(this);
    if (state !== undefined && !state.referenced) {
      state.referenced = true;
      if (state.entry !== undefined) {
        loop.timers++;
      }
    }
    return this;
  }
  unref() {
    const state = timerState(this);
    if (state !== undefined && state.referenced) {
      state.referenced = false;
      if (state.entry !== undefined) {
        loop.timers--;
      }
    }
    return this;
  }
  hasRef() {
    const state = timerState(this);
    return state !== undefined && state.referenced;
  }
  refresh() {
    const state = timerState(this);
    if (state !== undefined && (state.entry !== undefined || state.repeats !== undefined)) {
      unschedule(state);
      schedule(state);
    }
    return this;
  }
  close() {
    clearTimer(this);
    return this;
  }
  [Symbol_toPrimitive]() {
    const state = timerState(this);
    if (state === undefined) {
      return 0 / 0;
    }
    if (state.id === undefined) {
      state.id = ++loop.id;
      if (state.entry !== undefined) {
        $tableSet(timersById, state.id, state);
      }
    }
    return state.id;
  }
}
const timeoutPrototype = Timeout.prototype;

class Immediate {
  ref() {
    const state = timerState(this);
    if (state !== undefined && !state.referenced) {
      state.referenced = true;
      loop.waiting += state.callback === undefined ? 0 : 1;
    }
    return this;
  }
  unref() {
    const state = timerState(this);
    if (state !== undefined && state.referenced) {
      state.referenced = false;
      loop.waiting -= state.callback === undefined ? 0 : 1;
    }
    return this;
  }
  hasRef() {
    const state = timerState(this);
    return state !== undefined && state.referenced;
  }
}
const immediatePrototype = Immediate.prototype;

$methods("globalThis", {
  queueMicrotask(callback) {
    if (!$isCallable(callback)) {
      throw invalidCallback(callback);
    }
    $enqueueCall(callback);
  },
  setTimeout(callback, delay = undefined, ...args) {
    return makeTimer(callback, delay, args, false);
  },
  setInterval(callback, delay = undefined, ...args) {
    return makeTimer(callback, delay, args, true);
  },
  setImmediate(callback, ...args) {
    if (!$isCallable(callback)) {
      throw invalidCallback(callback);
    }
    const timer = $newObject(immediatePrototype);
    const state = {
      brand: timerBrand, timer, callback, args, repeats: false, delay: undefined, referenced: true, entry: undefined,
      id: undefined,
    };
    $setSlot(timer, 0, state);
      $push(loop.immediates, state);
    loop.waiting++;
    return timer;
  },
  clearTimeout(timer) {
    clearTimer(timer);
  },
  clearInterval(timer) {
    clearTimer(timer);
  },
  clearImmediate(timer) {
    const state = timerState(timer);
    if (state !== undefined && state.delay === undefined) {
      dropImmediate(state);
    }
  },
});

// The first timer goes off. What its callback throws leaves the loop, which can be entered again.
function runTimer(entry) {
  const state = entry.timer;
  takeFirst(dueHeap[0]);
  state.entry = undefined;
  if (state.referenced) {
    loop.timers--;
  }
  if (!state.repeats && state.id === undefined) {
    $callList(state.callback, state.timer, state.args);
    return;
  }
  try {
    $callList(state.callback, state.timer, state.args);
  } finally {
    if (state.entry === undefined) {
      if (state.repeats) {
        schedule(state);
      } else if (state.id !== undefined) {
        $tableDelete(timersById, state.id);
      }
    }
  }
}

// Runs what is due. Gives undefined when nothing is pending any more, a number of milliseconds to wait before the next
// call, or a promise whose rejection nobody handled. Given a promise, it stops when that one is settled.
$root("event_loop", function eventLoop(until) {
  for (;;) {
    let rejected = runJobs();
    if (rejected !== undefined) {
      return rejected;
    }
    if (until !== undefined && $promiseState(until) !== PENDING) {
      return undefined;
    }
    clearKept();
    while (finalizeOne()) {
      rejected = runJobs();
      if (rejected !== undefined) {
        return rejected;
      }
    }
    if (loop.next < $arrayLength(loop.running)) {
      rejected = runImmediates();
      if (rejected !== undefined) {
        return rejected;
      }
    }
    // A first timer of one millisecond comes before a first immediate, however fast the script was.
    const now = $milliseconds() + (loop.fresh ? 1 : 0);
    loop.fresh = false;
    loop.now = now;
    for (;;) {
      const entry = firstTimer();
      if (entry === undefined || entry.due > now) {
        break;
      }
      runTimer(entry);
      clearKept();
      rejected = runJobs();
      if (rejected !== undefined) {
        return rejected;
      }
      if (until !== undefined && $promiseState(until) !== PENDING) {
        return undefined;
      }
    }
    if ($arrayLength(loop.immediates) > 0 && loop.waiting + loop.timers > 0) {
      loop.running = loop.immediates;
      loop.immediates = [];
      loop.next = 0;
      continue;
    }
    if (loop.timers === 0) {
      return undefined;
    }
    const wait = firstTimer().due - $clock();
    if (wait > 0) {
      return wait;
    }
  }
});

// The immediates that were there when this turn of the loop began.
function runImmediates() {
  while (loop.next < $arrayLength(loop.running)) {
    const state = loop.running[loop.next++];
    const callback = state.callback;
    if (callback !== undefined) {
      dropImmediate(state);
      $callList(callback, state.timer, state.args);
      clearKept();
      const rejected = runJobs();
      if (rejected !== undefined) {
        return rejected;
      }
    }
  }
  return undefined;
}
