// JSON (section 25.5). The kernel reads any text, and writes plain data; revivers, replacers, toJSON and messages are here.

$namespace("JSON");

const json_parse = $builtin("JSON.parse");
const json_stringify = $builtin("JSON.stringify");

// What can be wrong with a text, in the order of FAIL_ constants of library/json_parse.py; "" for those put otherwise.
const jsonMessages = [
  "",
  "",
  "Unexpected end of JSON input",
  "Unexpected number in JSON",
  "Unexpected non-whitespace character after JSON",
  "Expected property name or '}' in JSON",
  "Expected double-quoted property name in JSON",
  "Expected ':' after property name in JSON",
  "Expected ',' or '}' after property value in JSON",
  "Expected ',' or ']' after array element in JSON",
  "Bad control character in string literal in JSON",
  "Bad escaped character in JSON",
  "Bad Unicode escape in JSON",
  "Unterminated string in JSON",
  "No number after minus sign in JSON",
  "Unterminated fractional number in JSON",
  "Exponent part is missing a number in JSON",
];
const JSON_TOKEN = 1;
const JSON_END = 2;
const JSON_CONTEXT = 10;

function jsonError(text, failure) {
  const what = failure % 32;
  const at = (failure - what) / 32;
  if (what === JSON_TOKEN) {
    return makeSyntaxError(jsonTokenMessage(text, at));
  }
  return makeSyntaxError(what === JSON_END ? jsonMessages[what] : jsonMessages[what] + " at position " + at);
}

function jsonTokenMessage(text, at) {
  if (text === "undefined" || text === "NaN" || text === "Infinity" || text === "[object Object]") {
    return '"' + text + '" is not valid JSON';
  }
  const token = "Unexpected token '" + $call(string_charAt, text, at) + "', ";
  const length = text.length;
  if (length <= 2 * JSON_CONTEXT) {
    return token + '"' + text + '" is not valid JSON';
  }
  if (at < JSON_CONTEXT) {
    return token + '"' + $call(string_slice, text, 0, at + JSON_CONTEXT) + '"... is not valid JSON';
  }
  if (at < length - JSON_CONTEXT) {
    const part = $call(string_slice, text, at - JSON_CONTEXT, at + JSON_CONTEXT);
    return token + '..."' + part + '"... is not valid JSON';
  }
  return token + '..."' + $call(string_slice, text, at - JSON_CONTEXT) + '" is not valid JSON';
}

// Text of a value as JSON. `state`: replacer function, list of names, gap, indentation, open objects and their keys.
function jsonProperty(state, holder, key) {
  let value = holder[key];
  if (typeof value === "object" ? value !== null : typeof value === "function") {
    const toJSON = value.toJSON;
    if ($isCallable(toJSON)) {
      value = $call(toJSON, value, typeof key === "string" ? key : toString(key));
    }
  }
  if (state.replacer !== undefined) {
    value = $call(state.replacer, holder, typeof key === "string" ? key : toString(key), value);
  }
  if (typeof value === "object" && value !== null) {
    if (isRawJSON(value)) {
      return value.rawJSON;
    }
    const inner = $boxedValue(value);
    if (typeof inner === "number") {
      value = toNumber(value);
    } else if (typeof inner === "string") {
      value = toString(value);
    } else if (typeof inner === "boolean") {
      value = inner;
    }
  }
  switch (typeof value) {
    case "string":
      return $jsonQuote(value);
    case "number":
      return isFiniteNumber(value) ? $primitiveToString(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null ? "null" : jsonObject(state, value, key);
    default:
      return undefined;
  }
}

// SerializeJSONObject and SerializeJSONArray (sections 25.5.2.5 and 25.5.2.6)
function jsonObject(state, object, key) {
  const open = state.open;
  const depth = $arrayLength(open);
  for (let i = 0; i < depth; i++) {
    if (open[i] === object) {
      throw makeTypeError(circularMessage(state, key, i));
    }
  }
  $push(open, object);
  $push(state.keys, key);
  const before = state.indent;
  state.indent = before + state.gap;
  const isList = isArray(object);
  const content = isList ? jsonElements(state, object) : jsonProperties(state, object);
  const text =
    content === ""
      ? ""
      : state.gap === ""
        ? content
        : "\n" + state.indent + content + "\n" + before;
  state.indent = before;
  $setArrayLength(open, depth);
  $setArrayLength(state.keys, depth);
  return isList ? "[" + text + "]" : "{" + text + "}";
}

function jsonElements(state, array) {
  const separator = state.gap === "" ? "," : ",\n" + state.indent;
  const count = lengthOf(array);
  let text = "";
  for (let i = 0; i < count; i++) {
    const element = jsonProperty(state, array, i);
    text += (i === 0 ? "" : separator) + (element === undefined ? "null" : element);
  }
  return text;
}

function jsonProperties(state, object) {
  const separator = state.gap === "" ? "," : ",\n" + state.indent;
  const colon = state.gap === "" ? ":" : ": ";
  const keys = state.list !== undefined ? state.list : enumerableOwn(object, 0);
  const count = $arrayLength(keys);
  let text = "";
  for (let i = 0; i < count; i++) {
    const name = keys[i];
    const value = jsonProperty(state, object, name);
    if (value !== undefined) {
      text += (text === "" ? "" : separator) + $jsonQuote(name) + colon + value;
    }
  }
  return text;
}

// V8's drawing of a circle: where it starts, its first two steps, its last one.
function circularMessage(state, key, start) {
  const depth = $arrayLength(state.open);
  const shown = start + 3 < depth ? start + 3 : depth;
  let text = "Converting circular structure to JSON\n    --> starting at object with constructor " + quotedClass(state.open[start]);
  for (let i = start + 1; i < shown; i++) {
    text += circularLine(state, i);
  }
  if (depth > shown + 1) {
    text += "\n    |     ...";
  }
  if (depth > shown) {
    text += circularLine(state, depth - 1);
  }
  return text + "\n    --- " + circularKey(key) + " closes the circle";
}

function circularLine(state, i) {
  return "\n    |     " + circularKey(state.keys[i]) + " -> object with constructor " + quotedClass(state.open[i]);
}

function circularKey(key) {
  return typeof key === "number" ? "index " + key : "property '" + key + "'";
}

function quotedClass(object) {
  const name = constructorName(object);
  return "'" + (name === undefined ? "Object" : name) + "'";
}

// The list of names that an array as replacer stands for (section 25.5.2, step 4).
function jsonNames(replacer) {
  const names = [];
  const seen = $newObject(null);
  const count = lengthOf(replacer);
  for (let i = 0; i < count; i++) {
    const value = replacer[i];
    const inner = $isObject(value) ? $boxedValue(value) : value;
    if (typeof inner === "string" || typeof inner === "number") {
      const name = toString(value);
      if (!$has(seen, name)) {
        $defineData(seen, name, true, DEFAULT_ATTRIBUTES);
        $push(names, name);
      }
    }
  }
  return names;
}

function jsonGap(given) {
  let space = given;
  const inner = $boxedValue(space);
  if (typeof inner === "number") {
    space = toNumber(space);
  } else if (typeof inner === "string") {
    space = toString(space);
  }
  if (typeof space === "number") {
    const width = toInteger(space);
    return width < 1 ? "" : $call(string_repeat, " ", width > 10 ? 10 : width);
  }
  return typeof space === "string" ? $call(string_slice, space, 0, 10) : "";
}

$slow({
  "JSON.parse"(text, reviver) {
    const source = toString(text);
    const failure = $jsonFailure(source);
    if (failure !== 0) {
      throw jsonError(source, failure);
    }
    if (!$isCallable(reviver)) {
      return $call(json_parse, undefined, source);
    }
    if (!$seesArgument(reviver, 2)) {
      return reviveProperty({ "": $call(json_parse, undefined, source) }, "", reviver, null);
    }
    const read = readJsonRecord({ text: source, at: 0 });
    return reviveProperty({ "": read.value }, "", reviver, read);
  },
  "JSON.stringify"(value, replacer, space) {
    const state = {
      replacer: $isCallable(replacer) ? replacer : undefined,
      list: $isObject(replacer) && isArray(replacer) ? jsonNames(replacer) : undefined,
      gap: jsonGap(space),
      indent: "",
      open: [],
      keys: [],
    };
    return jsonProperty(state, { "": value }, "");
  },
});
