// Decorators: what code that the compiler writes for a decorated class calls.
//
// A list of decorators has for each the function, then its `this`. They are applied from the last to the first. What they
// give a field to start with is collected in `initializers`, which run from the last collected to the first; functions
// given to addInitializer are collected in `extra`, which run in order.

const Symbol_metadata = $symbol("Symbol.metadata");
const DECORATED_KINDS = ["field", "method", "getter", "setter", "accessor", "class"];
const DECORATED_FIELD = 0;
const DECORATED_METHOD = 1;
const DECORATED_GETTER = 2;
const DECORATED_SETTER = 3;
const DECORATED_ACCESSOR = 4;
const DECORATED_CLASS = 5;
const DECORATED_STATIC = 8;
const DECORATED_PRIVATE = 16;

// The object that decorators of a class and its members share.
$root("class_metadata", function classMetadata(parent) {
  const inherited = $isHole(parent) || parent === null ? null : parent[Symbol_metadata];
  if (inherited !== undefined && inherited !== null && !$isObject(inherited)) {
    throw makeTypeError("Object prototype may only be an Object or null: " + describe(inherited));
  }
  return $newObject(inherited === undefined ? null : inherited);
});

function acceptDecorated(value) {
  if (value !== undefined && !$isCallable(value)) {
    throw makeTypeError("Function expected");
  }
  return value;
}

// `access` of a public member. Private ones bring functions of their own.
function publicAccess(kind, name) {
  const access: any = { has: (object) => name in object };
  if (kind !== DECORATED_SETTER) {
    access.get = (object) => object[name];
  }
  if (kind !== DECORATED_METHOD && kind !== DECORATED_GETTER) {
    access.set = (object, value) => {
      object[name] = value;
    };
  }
  return access;
}

function copiedAccess(access) {
  const copy: any = { has: access.has };
  if (access.get !== undefined) copy.get = access.get;
  if (access.set !== undefined) copy.set = access.set;
  return copy;
}

function decoratorContext(flags, name, access, metadata) {
  const kind = flags & 7;
  if (kind === DECORATED_CLASS) {
    return { kind: "class", name, metadata };
  }
  return {
    kind: DECORATED_KINDS[kind],
    name,
    static: (flags & DECORATED_STATIC) !== 0,
    private: (flags & DECORATED_PRIVATE) !== 0,
    access: copiedAccess(access),
    metadata,
  };
}

// What an accessor's decorator returns, if anything: replacements of its parts.
function takeAccessor(result, pair, initializers) {
  if (result === undefined) {
    return;
  }
  if (!$isObject(result)) {
    throw makeTypeError("Object expected");
  }
  const getter = acceptDecorated(result.get);
  if (getter !== undefined) pair.get = getter;
  const setter = acceptDecorated(result.set);
  if (setter !== undefined) pair.set = setter;
  const init = acceptDecorated(result.init);
  if (init !== undefined) $push(initializers, init);
}

// Apply the decorators of a class or member; what is left of it. `holder` has the member if that is public, else `value`
// is the function, or for accessors the getter, and `second` the setter.
$root("decorate", function decorate(list, flags, name, holder, value, second, access, metadata, initializers, extra) {
  const kind = flags & 7;
  const isPublic = kind < DECORATED_CLASS && (flags & DECORATED_PRIVATE) === 0;
  const hasHolder = isPublic && kind !== DECORATED_FIELD;
  const functions = isPublic ? publicAccess(kind, name) : access;
  let current = value;
  const pair = { get: value, set: second };
  let getter;
  let setter;
  if (hasHolder && kind === DECORATED_METHOD) {
    current = $ownData(holder, name);
  } else if (hasHolder) {
    getter = $ownGetter(holder, name);
    setter = $ownSetter(holder, name);
    current = kind === DECORATED_GETTER ? getter : setter;
    pair.get = getter;
    pair.set = setter;
  }
  let done = false;
  for (let i = list.length - 2; i >= 0; i -= 2) {
    const context: any = decoratorContext(flags, name, functions, metadata);
    context.addInitializer = function (initializer) {
      if (done) {
        throw makeTypeError("Cannot add initializers after decoration has completed");
      }
      if (!$isCallable(initializer)) {
        throw makeTypeError("Function expected");
      }
      $push(extra, initializer);
    };
    const decorator = list[i];
    requireCallable(decorator);
    if (kind === DECORATED_ACCESSOR) {
      takeAccessor($call(decorator, list[i + 1], { get: pair.get, set: pair.set }, context), pair, initializers);
      continue;
    }
    const result = acceptDecorated($call(decorator, list[i + 1], kind === DECORATED_FIELD ? undefined : current, context));
    if (result !== undefined && kind === DECORATED_FIELD) {
      $push(initializers, result);
    } else if (result !== undefined) {
      current = result;
    }
  }
  done = true;
  if (hasHolder && kind === DECORATED_METHOD) {
    $defineData(holder, name, current, HIDDEN);
  } else if (hasHolder) {
    $defineAccessor(
      holder,
      name,
      kind === DECORATED_GETTER ? current : kind === DECORATED_SETTER ? getter : pair.get,
      kind === DECORATED_SETTER ? current : kind === DECORATED_GETTER ? setter : pair.set,
      CONFIGURABLE,
    );
  }
  return kind === DECORATED_ACCESSOR ? pair : current;
});

$root("run_initializers", function runInitializers(receiver, initializers, value) {
  for (let i = initializers.length - 1; i >= 0; i--) {
    value = $call(initializers[i], receiver, value);
  }
  return value;
});

$root("run_extra", function runExtra(receiver, initializers) {
  for (let i = 0; i < initializers.length; i++) {
    $call(initializers[i], receiver);
  }
});

// A decorator of a member or class as experimentalDecorators has it. `list` as above; kind 0 a class, 1 a field, 2 a method
// or accessor. The class that is left of it, or undefined.
$root("decorate_legacy", function decorateLegacy(list, kind, target, name) {
  const reflect = $globalObject().Reflect;
  let result = kind === 0 ? target : kind === 1 ? undefined : ownDescriptor(target, name);
  if ($isObject(reflect) && $isCallable(reflect.decorate)) {
    const functions = [];
    for (let i = 0; i < list.length; i += 2) $push(functions, bindDecorator(list[i], list[i + 1]));
    result = kind === 0 ? reflect.decorate(functions, target) : reflect.decorate(functions, target, name, result);
  } else {
    for (let i = list.length - 2; i >= 0; i -= 2) {
      const decorator = list[i];
      if (!decorator) continue;
      requireCallable(decorator);
      result = (kind === 0 ? $call(decorator, list[i + 1], result) : $call(decorator, list[i + 1], target, name, result)) || result;
    }
  }
  if (kind !== 0 && result) {
    defineOrThrow(target, name, toDescriptor(result));
  }
  return result;
});

function bindDecorator(decorator, receiver) {
  return receiver === undefined ? decorator : (...values) => $callList(decorator, receiver, values);
}

// A parameter's decorator as one of its function or class.
$root("decorate_parameters", function decorateParameter(index, decorator) {
  return (target, key) => {
    requireCallable(decorator);
    $call(decorator, undefined, target, key, index);
  };
});

// The decorator that notes the types of a member, if whoever wants such notes has made Reflect.metadata.
$root("decorate_metadata", function decorateMetadata(key, value) {
  const reflect = $globalObject().Reflect;
  return $isObject(reflect) && $isCallable(reflect.metadata) ? $call(reflect.metadata, reflect, key, value) : undefined;
});
