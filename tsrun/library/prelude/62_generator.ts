// Generators (sections 27.3 and 27.5). Their methods are the kernel's (vm/suspend.py), which leaves the refusals to these.

$slow({
  "Generator.prototype.next"() {
    throw incompatible("[Generator].prototype.next", this);
  },
  "Generator.prototype.return"() {
    throw incompatible("[Generator].prototype.return", this);
  },
  "Generator.prototype.throw"() {
    throw incompatible("[Generator].prototype.throw", this);
  },
});

// The constructor of a kind of functions, which no global name leads to; `instances` is the prototype of what they return.
function functionKind(kind, constructor, instances) {
  const prototype = $intrinsic(kind);
  $defineData(constructor, "length", 1, CONFIGURABLE);
  $defineData(constructor, "prototype", prototype, 0);
  $setPrototype(constructor, FunctionConstructor);
  $setPrototype(prototype, $intrinsic("Function"));
  $defineData(prototype, "constructor", constructor, CONFIGURABLE);
  $defineData(prototype, Symbol_toStringTag, kind, CONFIGURABLE);
  if (instances !== undefined) {
    $defineData(prototype, "prototype", instances, CONFIGURABLE);
    $defineData(instances, "constructor", prototype, CONFIGURABLE);
  }
}

const GeneratorPrototype = $intrinsic("Generator");
$setPrototype(GeneratorPrototype, IteratorPrototype);
$defineData(GeneratorPrototype, Symbol_toStringTag, "Generator", CONFIGURABLE);
functionKind(
  "GeneratorFunction",
  function GeneratorFunction(...parts) {
    return createDynamicFunction(GeneratorFunction, new.target, "function*", parts);
  },
  GeneratorPrototype,
);
