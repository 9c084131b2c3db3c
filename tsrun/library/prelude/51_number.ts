// Number (section 21.1) and Boolean (section 20.3).

const number_toString = $builtin("Number.prototype.toString");
const number_toFixed = $builtin("Number.prototype.toFixed");
const number_toPrecision = $builtin("Number.prototype.toPrecision");
const number_toExponential = $builtin("Number.prototype.toExponential");

const NumberConstructor = $constructor(
  "Number",
  function Number(value) {
    const number = $argumentCount() === 0 ? 0 : toNumber(value);
    return new.target === undefined ? number : $newBoxed($protoFrom(new.target, "Number"), number);
  },
  1,
);

// ThisNumberValue (section 21.1.3.7.1)
function thisNumber(value, method) {
  if (typeof value === "number") {
    return value;
  }
  const inner = $boxedValue(value);
  if (typeof inner === "number") {
    return inner;
  }
  throw makeTypeError("Number.prototype." + method + " requires that 'this' be a Number");
}

function isFiniteNumber(number) {
  return number - number === 0;
}

$slow({
  "Number.prototype.toString"(radix) {
    const number = thisNumber(this, "toString");
    const base = radix === undefined ? 10 : toInteger(radix);
    if (base < 2 || base > 36) {
      throw makeRangeError("toString() radix argument must be between 2 and 36");
    }
    return $call(number_toString, number, base);
  },
  "Number.prototype.toFixed"(fractionDigits) {
    const number = thisNumber(this, "toFixed");
    const digits = toInteger(fractionDigits);
    if (digits < 0 || digits > 100) {
      throw makeRangeError("toFixed() digits argument must be between 0 and 100");
    }
    return $call(number_toFixed, number, digits);
  },
  "Number.prototype.toPrecision"(precision) {
    const number = thisNumber(this, "toPrecision");
    if (precision === undefined) {
      return $call(number_toString, number);
    }
    const digits = toInteger(precision);
    if (!isFiniteNumber(number)) {
      return $call(number_toString, number);
    }
    if (digits < 1 || digits > 100) {
      throw makeRangeError("toPrecision() argument must be between 1 and 100");
    }
    return $call(number_toPrecision, number, digits);
  },
  "Number.prototype.toExponential"(fractionDigits) {
    const number = thisNumber(this, "toExponential");
    const digits = optionalInteger(fractionDigits);
    if (!isFiniteNumber(number)) {
      return $call(number_toString, number);
    }
    if (digits < 0 || digits > 100) {
      throw makeRangeError("toExponential() argument must be between 0 and 100");
    }
    return $call(number_toExponential, number, digits);
  },
  "Number.prototype.valueOf"() {
    return thisNumber(this, "valueOf");
  },
});

function digitOption(options, name, least, otherwise) {
  const value = options[name];
  if (value === undefined) {
    return otherwise;
  }
  const number = toNumber(value);
  if (!(number >= least && number <= 100)) {
    throw makeRangeError(name + " value is out of range.");
  }
  return toInteger(number);
}

$methods("Number.prototype", {
  // American English, whatever the locales; of the options those for the digits after the point and for the commas count.
  toLocaleString(locales = undefined, options = undefined) {
    const number = thisNumber(this, "toLocaleString");
    let least = 0;
    let most = 3;
    let grouping = 1;
    if (options !== undefined) {
      const given = toObject(options);
      const asked = digitOption(given, "minimumFractionDigits", 0, undefined);
      least = asked === undefined ? 0 : asked;
      most = digitOption(given, "maximumFractionDigits", 0, least > 3 ? least : 3);
      if (most < least) {
        if (asked !== undefined) {
          throw makeRangeError("maximumFractionDigits value is out of range.");
        }
        least = most;
      }
      grouping = given.useGrouping === false ? 0 : 1;
    }
    if (number !== number) {
      return "NaN";
    }
    if (!isFiniteNumber(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    return $groupedNumber(number, least, most, grouping);
  },
});

$constant("Number.EPSILON", 2.220446049250313e-16);
$constant("Number.MAX_SAFE_INTEGER", 9007199254740991);
$constant("Number.MIN_SAFE_INTEGER", -9007199254740991);
$constant("Number.MAX_VALUE", 1.7976931348623157e308);
$constant("Number.MIN_VALUE", 5e-324);
$constant("Number.NaN", 0 / 0);
$constant("Number.POSITIVE_INFINITY", 1 / 0);
$constant("Number.NEGATIVE_INFINITY", -1 / 0);
$alias("Number.parseFloat", "parseFloat");
$alias("Number.parseInt", "parseInt");
$becomeBoxed($intrinsic("Number"), 0);

const BooleanConstructor = $constructor(
  "Boolean",
  function Boolean(value) {
    const flag = value ? true : false;
    return new.target === undefined ? flag : $newBoxed($protoFrom(new.target, "Boolean"), flag);
  },
  1,
);

// ThisBooleanValue (section 20.3.3.3.1)
function thisBoolean(value, method) {
  if (typeof value === "boolean") {
    return value;
  }
  const inner = $boxedValue(value);
  if (typeof inner === "boolean") {
    return inner;
  }
  throw makeTypeError("Boolean.prototype." + method + " requires that 'this' be a Boolean");
}

$methods("Boolean.prototype", {
  toString() {
    return thisBoolean(this, "toString") ? "true" : "false";
  },
  valueOf() {
    return thisBoolean(this, "valueOf");
  },
});
$becomeBoxed($intrinsic("Boolean"), false);
