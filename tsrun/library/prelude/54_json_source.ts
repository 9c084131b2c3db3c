// JSON.parse with a reviver, which is told the source text of primitives, and raw JSON (ES2026, sections 25.5.1 and 25.5.3).

const rawMark = { raw: true };
// In hidden slot 0 of what JSON.rawJSON makes.

function isRawJSON(value) {
  return $isObject(value) && $slot(value, 0) === rawMark;
}

// A reader of a text that is known to be right. Reading makes records: { value, source, parts } with parts an array's
// elements, or by name in an object without prototype; undefined for primitives.
function skipJsonSpace(reader) {
  const text = reader.text;
  let at = reader.at;
  for (;;) {
    const unit = text[at];
    if (unit !== " " && unit !== "\n" && unit !== "\t" && unit !== "\r") {
      break;
    }
    at++;
  }
  reader.at = at;
  return text[at];
}

// Whether a comma follows, rather than the end of the array or object; goes behind it.
function jsonGoesOn(reader) {
  const unit = skipJsonSpace(reader);
  reader.at++;
  return unit === ",";
}

function readJsonRecord(reader) {
  const unit = skipJsonSpace(reader);
  if (unit === "[") {
    return readJsonArray(reader);
  }
  if (unit === "{") {
    return readJsonObject(reader);
  }
  const start = reader.at;
  if (unit === '"') {
    reader.at = endOfJsonString(reader.text, start);
  } else {
    skipJsonWord(reader);
  }
  const source = $call(string_slice, reader.text, start, reader.at);
  return { value: $call(json_parse, undefined, source), source, parts: undefined };
}

function endOfJsonString(text, start) {
  let at = start;
  for (;;) {
    at = $call(string_indexOf, text, '"', at + 1);
    let before = at - 1;
    while (text[before] === "\\") {
      before--;
    }
    if ((at - before) % 2 === 1) {
      return at + 1;
    }
  }
}

// A number, true, false or null.
function skipJsonWord(reader) {
  const text = reader.text;
  let at = reader.at;
  const end = text.length;
  for (; at < end; at++) {
    const unit = text[at];
    if (unit === "," || unit === "]" || unit === "}" || unit === " " || unit === "\n" || unit === "\t" || unit === "\r") {
      break;
    }
  }
  reader.at = at;
}

function readJsonArray(reader) {
  const value = [];
  const parts = [];
  reader.at++;
  if (skipJsonSpace(reader) === "]") {
    reader.at++;
  } else {
    do {
      const record = readJsonRecord(reader);
      $push(value, record.value);
      $push(parts, record);
    } while (jsonGoesOn(reader));
  }
  return { value, source: undefined, parts };
}

function readJsonObject(reader) {
  const value = {};
  const parts = $newObject(null);
  reader.at++;
  if (skipJsonSpace(reader) === "}") {
    reader.at++;
  } else {
    do {
      skipJsonSpace(reader);
      const start = reader.at;
      const end = endOfJsonString(reader.text, start);
      const key = $call(json_parse, undefined, $call(string_slice, reader.text, start, end));
      reader.at = end;
      skipJsonSpace(reader);
      reader.at++;
      const record = readJsonRecord(reader);
      $defineData(value, key, record.value, DEFAULT_ATTRIBUTES);
      $defineData(parts, key, record, DEFAULT_ATTRIBUTES);
    } while (jsonGoesOn(reader));
  }
  return { value, source: undefined, parts };
}

// InternalizeJSONProperty: `record` is what the value was read as, undefined where the reviver put something else.
function reviveProperty(holder, key, reviver, read) {
  const value = holder[key];
  const record = read !== undefined && read !== null && sameValue(read.value, value) ? read : undefined;
  // A reviver that can't see the third argument gets none, and no text is looked up for it.
  const context = read === null ? undefined : {};
  if (typeof value === "object" ? value !== null : typeof value === "function") {
    const parts = record === undefined ? undefined : record.parts;
    if (isArray(value)) {
      const count = lengthOf(value);
      const known = parts === undefined ? 0 : $arrayLength(parts);
      for (let i = 0; i < count; i++) {
        reviveInto(value, $primitiveToString(i), reviver, read === null ? null : i < known ? parts[i] : undefined);
      }
    } else {
      const keys = enumerableOwn(value, 0);
      const count = $arrayLength(keys);
      for (let i = 0; i < count; i++) {
        reviveInto(value, keys[i], reviver, read === null ? null : parts === undefined ? undefined : parts[keys[i]]);
      }
    }
  } else if (record !== undefined) {
    context.source = record.source;
  }
  return read === null ? $call(reviver, holder, key, value) : $call(reviver, holder, key, value, context);
}

// What can't be deleted or defined stays as it is.
function reviveInto(object, key, reviver, read) {
  const value = reviveProperty(object, key, reviver, read);
  if (value === undefined) {
    $deleteOwn(object, key);
    return;
  }
  if (!$isProxy(object) && $ownAttributes(object, key) === DEFAULT_ATTRIBUTES) {
    if ($writePlain(object, key, value) || sameValue($ownData(object, key), value)) {
      return;
    }
  }
  defineOwn(object, key, dataChange(value, DEFAULT_ATTRIBUTES));
}

$methods("JSON", {
  rawJSON(text) {
    const source = toString(text);
    const failure = $jsonFailure(source);
    if (failure !== 0) {
      throw jsonError(source, failure);
    }
    const first = source[0];
    const last = source[source.length - 1];
    if (first === "{" || first === "[" || isJsonSpace(first) || isJsonSpace(last)) {
      throw makeSyntaxError("Invalid value for JSON.rawJSON");
    }
    const raw = $newObject(null);
    $setSlot(raw, 0, rawMark);
    $defineData(raw, "rawJSON", source, DEFAULT_ATTRIBUTES);
    return makeIntegral(raw, true);
  },
  isRawJSON(value) {
    return isRawJSON(value);
  },
});

function isJsonSpace(unit) {
  return unit === " " || unit === "\n" || unit === "\t" || unit === "\r";
}
