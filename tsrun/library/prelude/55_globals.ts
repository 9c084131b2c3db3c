// Properties of the global object that are no constructors (sections 19.1 and 19.2).

const global_isFinite = $builtin("isFinite");
const global_isNaN = $builtin("isNaN");
const global_parseFloat = $builtin("parseFloat");
const global_parseInt = $builtin("parseInt");

$global("globalThis", $globalObject());
$constant("NaN", 0 / 0);
$constant("Infinity", 1 / 0);
$constant("undefined", undefined);

$slow({
  isFinite(number) {
    return $call(global_isFinite, undefined, toNumber(number));
  },
  isNaN(number) {
    return $call(global_isNaN, undefined, toNumber(number));
  },
  parseFloat(text) {
    return $call(global_parseFloat, undefined, toString(text));
  },
  parseInt(text, radix) {
    const string = toString(text);
    return $call(global_parseInt, undefined, string, toNumber(radix));
  },
});

function wellFormedUri(text) {
  if (text === undefined) {
    throw makeError("URIError", "URI malformed");
  }
  return text;
}

{
  const functions = {
    encodeURI(uri) {
      return wellFormedUri($encodeUri(toString(uri), false));
    },
    encodeURIComponent(component) {
      return wellFormedUri($encodeUri(toString(component), true));
    },
    decodeURI(uri) {
      return wellFormedUri($decodeUri(toString(uri), false));
    },
    decodeURIComponent(component) {
      return wellFormedUri($decodeUri(toString(component), true));
    },
  };
  $global("encodeURI", functions.encodeURI);
  $global("encodeURIComponent", functions.encodeURIComponent);
  $global("decodeURI", functions.decodeURI);
  $global("decodeURIComponent", functions.decodeURIComponent);
}
