// Symbol (section 20.4). Functions on symbols work with their cells; the registry is an object without a prototype.

const symbolRegistry = $newObject(null);

const SymbolConstructor = $constructor(
  "Symbol",
  function Symbol(description) {
    if (new.target !== undefined) {
      throw makeTypeError("Symbol is not a constructor");
    }
    return $newSymbol(description === undefined ? undefined : toString(description));
  },
  0,
);

$methods("Symbol", {
  for(key) {
    const text = toString(key);
    if (!$has(symbolRegistry, text)) {
      $defineData(symbolRegistry, text, $registered($newSymbol(text)), DEFAULT_ATTRIBUTES);
    }
    return $ownData(symbolRegistry, text);
  },
  keyFor(symbol) {
    if (typeof symbol !== "symbol") {
      throw makeTypeError(describe(symbol) + " is not a symbol");
    }
    const text = $description(symbol);
    return text !== undefined && $has(symbolRegistry, text) && $ownData(symbolRegistry, text) === symbol ? text : undefined;
  },
});

// ThisSymbolValue (section 20.4.3.4.1)
function thisSymbol(value, method) {
  if (typeof value === "symbol") {
    return value;
  }
  const inner = $boxedValue(value);
  if (typeof inner === "symbol") {
    return inner;
  }
  throw makeTypeError("Symbol.prototype." + method + " requires that 'this' be a Symbol");
}

$methods("Symbol.prototype", {
  toString() {
    return describeSymbol(thisSymbol(this, "toString"));
  },
  valueOf() {
    return thisSymbol(this, "valueOf");
  },
  get description() {
    return $description(thisSymbol(this, "description"));
  },
  [Symbol_toPrimitive](hint) {
    return thisSymbol(this, "[Symbol.toPrimitive]");
  },
});
$defineData($intrinsic("Symbol"), Symbol_toPrimitive, $ownData($intrinsic("Symbol"), Symbol_toPrimitive), CONFIGURABLE);
$constant("Symbol.prototype[Symbol.toStringTag]", "Symbol");

{
  const names = [
    "iterator", "asyncIterator", "hasInstance", "toPrimitive", "toStringTag", "species", "isConcatSpreadable", "unscopables",
    "match", "matchAll", "replace", "search", "split", "metadata",
  ];
  for (let i = 0; i < names.length; i++) {
    const path = $flatten("Symbol." + names[i]);
    $constant(path, $symbol(path));
  }
}
