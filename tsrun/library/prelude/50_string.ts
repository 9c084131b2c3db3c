// String (section 22.1). The kernel has the natives for strings and numbers as they are; what converts, what takes a pattern
// object or a function, and the constructor are here.

const Symbol_match = $symbol("Symbol.match");
const Symbol_matchAll = $symbol("Symbol.matchAll");
const Symbol_replace = $symbol("Symbol.replace");
const Symbol_search = $symbol("Symbol.search");
const Symbol_split = $symbol("Symbol.split");

const string_at = $builtin("String.prototype.at");
const string_charAt = $builtin("String.prototype.charAt");
const string_charCodeAt = $builtin("String.prototype.charCodeAt");
const string_codePointAt = $builtin("String.prototype.codePointAt");
const string_concat = $builtin("String.prototype.concat");
const string_endsWith = $builtin("String.prototype.endsWith");
const string_fromCharCode = $builtin("String.fromCharCode");
const string_fromCodePoint = $builtin("String.fromCodePoint");
const string_includes = $builtin("String.prototype.includes");
const string_indexOf = $builtin("String.prototype.indexOf");
const string_isWellFormed = $builtin("String.prototype.isWellFormed");
const string_lastIndexOf = $builtin("String.prototype.lastIndexOf");
const string_localeCompare = $builtin("String.prototype.localeCompare");
const string_padEnd = $builtin("String.prototype.padEnd");
const string_padStart = $builtin("String.prototype.padStart");
const string_repeat = $builtin("String.prototype.repeat");
const string_replace = $builtin("String.prototype.replace");
const string_replaceAll = $builtin("String.prototype.replaceAll");
const string_slice = $builtin("String.prototype.slice");
const string_split = $builtin("String.prototype.split");
const string_startsWith = $builtin("String.prototype.startsWith");
const string_substr = $builtin("String.prototype.substr");
const string_substring = $builtin("String.prototype.substring");
const string_toLowerCase = $builtin("String.prototype.toLowerCase");
const string_toUpperCase = $builtin("String.prototype.toUpperCase");
const string_toWellFormed = $builtin("String.prototype.toWellFormed");
const string_trim = $builtin("String.prototype.trim");
const string_trimEnd = $builtin("String.prototype.trimEnd");
const string_trimStart = $builtin("String.prototype.trimStart");

// ToString(RequireObjectCoercible(this value)) of the method named so.
function thisText(value, method) {
  if (typeof value === "string") {
    return value;
  }
  requireCoercible(value, "String.prototype." + method);
  return toString(value);
}

// ThisStringValue (section 22.1.3.35.1)
function thisString(value, method) {
  if (typeof value === "string") {
    return value;
  }
  const inner = $boxedValue(value);
  if (typeof inner === "string") {
    return inner;
  }
  throw makeTypeError("String.prototype." + method + " requires that 'this' be a String");
}

// An optional position: undefined stays what it is.
function optionalInteger(value) {
  return value === undefined ? undefined : toInteger(value);
}

// The method of an object that stands for a pattern; undefined if the value is no such object.
function patternMethod(pattern, symbol) {
  if (!$isObject(pattern)) {
    return undefined;
  }
  const method = pattern[symbol];
  if (method === undefined || method === null) {
    return undefined;
  }
  requireCallable(method);
  return method;
}

function refuseRegExp(value, method) {
  if ($isObject(value) && value[Symbol_match]) {
    throw makeTypeError("First argument to String.prototype." + method + " must not be a regular expression");
  }
}

function noRegExp(method) {
  return makeTypeError("String.prototype." + method + " needs regular expressions, which tsrun does not have yet");
}

const StringConstructor = $constructor(
  "String",
  function String(value) {
    let text = "";
    if ($argumentCount() > 0) {
      if (new.target === undefined && typeof value === "symbol") {
        return describeSymbol(value);
      }
      text = toString(value);
    }
    return new.target === undefined ? text : $newBoxed($protoFrom(new.target, "String"), text);
  },
  1,
);

// GetSubstitution (section 22.1.3.19.1) for a string as the pattern: there are no captures.
function substitution(template, string, position, matched) {
  let result = "";
  let from = 0;
  for (;;) {
    const dollar = $call(string_indexOf, template, "$", from);
    if (dollar < 0 || dollar + 1 === template.length) {
      return result + $call(string_slice, template, from);
    }
    result += $call(string_slice, template, from, dollar);
    from = dollar + 2;
    switch ($call(string_charCodeAt, template, dollar + 1)) {
      case 36: // $$
        result += "$";
        break;
      case 38: // $&
        result += matched;
        break;
      case 96: // $`
        result += $call(string_slice, string, 0, position);
        break;
      case 39: // $'
        result += $call(string_slice, string, position + matched.length);
        break;
      default:
        result += "$";
        from = dollar + 1;
    }
  }
}

// replace and replaceAll with a string as the pattern (sections 22.1.3.19 and 22.1.3.20).
function replaceText(receiver, pattern, replacement, all) {
  const string = toString(receiver);
  const matched = toString(pattern);
  const functional = $isCallable(replacement);
  const template = functional ? "" : toString(replacement);
  if (!functional && !$call(string_includes, template, "$")) {
    return $call(all ? string_replaceAll : string_replace, string, matched, template);
  }
  const step = matched.length === 0 ? 1 : matched.length;
  let result = "";
  let end = 0;
  let position = $call(string_indexOf, string, matched);
  while (position >= 0) {
    const text = functional
      ? toString($call(replacement, undefined, matched, position, string))
      : substitution(template, string, position, matched);
    result += $call(string_slice, string, end, position) + text;
    end = position + matched.length;
    if (!all || position + step > string.length) {
      break;
    }
    position = $call(string_indexOf, string, matched, position + step);
  }
  return result + $call(string_slice, string, end);
}

$slow({
  "String.fromCharCode"(...units) {
    const count = $arrayLength(units);
    for (let i = 0; i < count; i++) {
      units[i] = toNumber(units[i]);
    }
    return $callList(string_fromCharCode, undefined, units);
  },
  "String.fromCodePoint"(...points) {
    const count = $arrayLength(points);
    for (let i = 0; i < count; i++) {
      const point = toNumber(points[i]);
      if (toInteger(point) !== point || point < 0 || point > 0x10ffff) {
        throw makeRangeError("Invalid code point " + toString(point));
      }
      points[i] = point;
    }
    return $callList(string_fromCodePoint, undefined, points);
  },
  "String.prototype.at"(index) {
    const string = thisText(this, "at");
    return $call(string_at, string, toInteger(index));
  },
  "String.prototype.charAt"(position) {
    const string = thisText(this, "charAt");
    return $call(string_charAt, string, toInteger(position));
  },
  "String.prototype.charCodeAt"(position) {
    const string = thisText(this, "charCodeAt");
    return $call(string_charCodeAt, string, toInteger(position));
  },
  "String.prototype.codePointAt"(position) {
    const string = thisText(this, "codePointAt");
    return $call(string_codePointAt, string, toInteger(position));
  },
  "String.prototype.concat"(...others) {
    let string = thisText(this, "concat");
    const count = $arrayLength(others);
    for (let i = 0; i < count; i++) {
      string = $call(string_concat, string, toString(others[i]));
    }
    return string;
  },
  "String.prototype.endsWith"(search, end) {
    const string = thisText(this, "endsWith");
    refuseRegExp(search, "endsWith");
    const text = toString(search);
    return $call(string_endsWith, string, text, optionalInteger(end));
  },
  "String.prototype.includes"(search, position) {
    const string = thisText(this, "includes");
    refuseRegExp(search, "includes");
    const text = toString(search);
    return $call(string_includes, string, text, toInteger(position));
  },
  "String.prototype.indexOf"(search, position) {
    const string = thisText(this, "indexOf");
    const text = toString(search);
    return $call(string_indexOf, string, text, toInteger(position));
  },
  "String.prototype.isWellFormed"() {
    return $call(string_isWellFormed, thisText(this, "isWellFormed"));
  },
  "String.prototype.lastIndexOf"(search, position) {
    const string = thisText(this, "lastIndexOf");
    const text = toString(search);
    return $call(string_lastIndexOf, string, text, toNumber(position));
  },
  // Locales and options don't change the order.
  "String.prototype.localeCompare"(that) {
    const string = thisText(this, "localeCompare");
    return $call(string_localeCompare, string, toString(that));
  },
  "String.prototype.padEnd"(length, filler) {
    const string = thisText(this, "padEnd");
    const wanted = toLength(length);
    return wanted <= string.length
      ? string
      : $call(string_padEnd, string, wanted, filler === undefined ? " " : toString(filler));
  },
  "String.prototype.padStart"(length, filler) {
    const string = thisText(this, "padStart");
    const wanted = toLength(length);
    return wanted <= string.length
      ? string
      : $call(string_padStart, string, wanted, filler === undefined ? " " : toString(filler));
  },
  "String.prototype.repeat"(count) {
    const string = thisText(this, "repeat");
    const times = toInteger(count);
    if (times < 0 || times === 1 / 0) {
      throw makeRangeError("Invalid count value: " + describe(count));
    }
    return $call(string_repeat, string, times);
  },
  "String.prototype.replace"(pattern, replacement) {
    requireCoercible(this, "String.prototype.replace");
    const replacer = patternMethod(pattern, Symbol_replace);
    return replacer === undefined
      ? replaceText(this, pattern, replacement, false)
      : $call(replacer, pattern, this, replacement);
  },
  "String.prototype.replaceAll"(pattern, replacement) {
    requireCoercible(this, "String.prototype.replaceAll");
    if ($isObject(pattern) && pattern[Symbol_match]) {
      const flags = pattern.flags;
      requireCoercible(flags, "String.prototype.replaceAll");
      if (!$call(string_includes, toString(flags), "g")) {
        throw makeTypeError("replaceAll must be called with a global RegExp");
      }
    }
    const replacer = patternMethod(pattern, Symbol_replace);
    return replacer === undefined
      ? replaceText(this, pattern, replacement, true)
      : $call(replacer, pattern, this, replacement);
  },
  "String.prototype.slice"(start, end) {
    const string = thisText(this, "slice");
    const from = toInteger(start);
    return $call(string_slice, string, from, optionalInteger(end));
  },
  "String.prototype.split"(separator, limit) {
    requireCoercible(this, "String.prototype.split");
    const splitter = patternMethod(separator, Symbol_split);
    if (splitter !== undefined) {
      return $call(splitter, separator, this, limit);
    }
    const string = toString(this);
    const most = limit === undefined ? 4294967295 : toNumber(limit) >>> 0;
    const text = toString(separator);
    if (most === 0) {
      return [];
    }
    return separator === undefined ? [string] : $call(string_split, string, text, most);
  },
  "String.prototype.startsWith"(search, position) {
    const string = thisText(this, "startsWith");
    refuseRegExp(search, "startsWith");
    const text = toString(search);
    return $call(string_startsWith, string, text, toInteger(position));
  },
  "String.prototype.substr"(start, length) {
    const string = thisText(this, "substr");
    const from = toInteger(start);
    return $call(string_substr, string, from, optionalInteger(length));
  },
  "String.prototype.substring"(start, end) {
    const string = thisText(this, "substring");
    const from = toInteger(start);
    return $call(string_substring, string, from, optionalInteger(end));
  },
  // There is one locale; what another one asks for is not told apart.
  "String.prototype.toLocaleLowerCase"() {
    return $call(string_toLowerCase, thisText(this, "toLocaleLowerCase"));
  },
  "String.prototype.toLocaleUpperCase"() {
    return $call(string_toUpperCase, thisText(this, "toLocaleUpperCase"));
  },
  "String.prototype.toLowerCase"() {
    return $call(string_toLowerCase, thisText(this, "toLowerCase"));
  },
  "String.prototype.toString"() {
    return thisString(this, "toString");
  },
  "String.prototype.toUpperCase"() {
    return $call(string_toUpperCase, thisText(this, "toUpperCase"));
  },
  "String.prototype.toWellFormed"() {
    return $call(string_toWellFormed, thisText(this, "toWellFormed"));
  },
  "String.prototype.trim"() {
    return $call(string_trim, thisText(this, "trim"));
  },
  "String.prototype.trimEnd"() {
    return $call(string_trimEnd, thisText(this, "trimEnd"));
  },
  "String.prototype.trimStart"() {
    return $call(string_trimStart, thisText(this, "trimStart"));
  },
  "String.prototype.valueOf"() {
    return thisString(this, "valueOf");
  },
});

// Carried out by the host, whose tables of Unicode these are.
const normalizeText = $hostFunction(24, "normalize");

$methods("String.prototype", {
  normalize(form = undefined) {
    const text = thisText(this, "normalize");
    const name = form === undefined ? "NFC" : toString(form);
    if (name !== "NFC" && name !== "NFD" && name !== "NFKC" && name !== "NFKD") {
      throw makeRangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
    }
    return $call(normalizeText, undefined, name, text);
  },
  match(pattern) {
    requireCoercible(this, "String.prototype.match");
    const matcher = patternMethod(pattern, Symbol_match);
    if (matcher === undefined) {
      throw noRegExp("match");
    }
    return $call(matcher, pattern, this);
  },
  matchAll(pattern) {
    requireCoercible(this, "String.prototype.matchAll");
    if ($isObject(pattern) && pattern[Symbol_match]) {
      const flags = pattern.flags;
      requireCoercible(flags, "String.prototype.matchAll");
      if (!$call(string_includes, toString(flags), "g")) {
        throw makeTypeError("String.prototype.matchAll called with a non-global RegExp argument");
      }
    }
    const matcher = patternMethod(pattern, Symbol_matchAll);
    if (matcher === undefined) {
      throw noRegExp("matchAll");
    }
    return $call(matcher, pattern, this);
  },
  search(pattern) {
    requireCoercible(this, "String.prototype.search");
    const searcher = patternMethod(pattern, Symbol_search);
    if (searcher === undefined) {
      throw noRegExp("search");
    }
    return $call(searcher, pattern, this);
  },
});

$methods("String", {
  raw(template, ...substitutions) {
    const parts = toObject(toObject(template).raw);
    const count = lengthOf(parts);
    const given = $arrayLength(substitutions);
    let result = "";
    for (let i = 0; i < count; i++) {
      result += toString(parts[i]);
      if (i + 1 < count && i < given) {
        result += toString(substitutions[i]);
      }
    }
    return result;
  },
});

$alias("String.prototype.trimLeft", "String.prototype.trimStart");
$alias("String.prototype.trimRight", "String.prototype.trimEnd");
$becomeBoxed($intrinsic("String"), "");
