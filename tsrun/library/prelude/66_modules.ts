// import() and import.meta (sections 13.3.10 and 13.3.12). The host finds, links and evaluates modules (linking.py); its
// functions have the numbers after those of the console.

const loadModule = $hostFunction(18, "load");
const evaluateModule = $hostFunction(19, "evaluate");
const moduleNamespace = $hostFunction(20, "namespace");
const moduleSettled = $hostFunction(21, "settled");
const fillMeta = $hostFunction(22, "meta");
const resolveModule = $hostFunction(23, "resolve");
const metaObjects = $newTable();

// The `type` that the options of import() ask for, or undefined.
function importType(options) {
  if (options === undefined) {
    return undefined;
  }
  if (!$isObject(options)) {
    throw makeTypeError("The second argument of import() must be an object");
  }
  const attributes = options.with;
  if (attributes === undefined) {
    return undefined;
  }
  if (!$isObject(attributes)) {
    throw makeTypeError("The 'options' argument of import() must be an object");
  }
  const entries = enumerableOwn(attributes, 2);
  const count = $arrayLength(entries);
  let unknown;
  let type;
  for (let i = 0; i < count; i++) {
    const key = entries[i][0];
    const value = entries[i][1];
    if (typeof value !== "string") {
      throw makeTypeError("Import attribute value must be a string");
    }
    if (key === "type") {
      type = value;
    } else {
      unknown ??= 'Import attribute "' + key + '" with value "' + value + '" is not supported';
    }
  }
  if (unknown !== undefined) {
    throw makeTypeError(unknown);
  }
  return type;
}

// EvaluateImportCall and ContinueDynamicImport
$root("import_module", function importModule(specifier, options, referrer) {
  const capability = newPromiseCapability(PromiseConstructor);
  let number;
  try {
    const name = `${specifier}`;
    number = $call(loadModule, undefined, name, importType(options), referrer);
  } catch (error) {
    capability.reject(error);
    return capability.promise;
  }
  const loaded = $newPromise($intrinsic("Promise"));
  $fulfillPromise(loaded, undefined);
  performPromiseThen(loaded, () => {
    const evaluated = $call(evaluateModule, undefined, number);
    performPromiseThen(evaluated, () => {
      capability.resolve($call(moduleNamespace, undefined, number));
    }, capability.reject);
  }, undefined);
  return capability.promise;
});

$root("import_meta", function importMeta(referrer) {
  let meta = $tableGet(metaObjects, referrer);
  if (meta === undefined) {
    meta = $newObject(null);
    meta.resolve = function resolve(specifier) {
      return $call(resolveModule, undefined, `${specifier}`, referrer);
    };
    $call(fillMeta, undefined, meta, referrer);
    $tableSet(metaObjects, referrer, meta);
  }
  return meta;
});

$root("module_promise", function modulePromise() {
  return $newPromise($intrinsic("Promise"));
});

$root("module_settle", function moduleSettle(promise, well, reason) {
  if (well) {
    $fulfillPromise(promise, undefined);
  } else {
    $rejectPromise(promise, reason);
  }
});

// The host hears when the body of a module with `await` is done.
$root("module_watch", function moduleWatch(promise, number) {
  performPromiseThen(promise, (value) => {
    $call(moduleSettled, undefined, number, true, value);
  }, (reason) => {
    $call(moduleSettled, undefined, number, false, reason);
  });
});

$root("parse_json", $builtin("JSON.parse"));
