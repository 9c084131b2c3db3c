// eval, and functions made of texts (sections 19.2.1 and 20.2.1.1). The host compiles (evaluation.py): its functions have
// the numbers after those of modules.

const compileEval = $hostFunction(25, "eval");
const compileFunction = $hostFunction(26, "Function");

const evalFunction = {
  eval(source) {
    if (typeof source !== "string") {
      return source;
    }
    return $call($call(compileEval, undefined, source, "", "", undefined), globalThis);
  },
}.eval;

$global("eval", evalFunction);

// A call that looks like a direct eval: `scopes` says what is in `environment` and around it, `file` where imports start.
$root("direct_eval", function directEval(callee, list, environment, scopes, file) {
  if (callee !== evalFunction) {
    return $callList(callee, undefined, list);
  }
  const source = list[0];
  if (typeof source !== "string") {
    return source;
  }
  return $call($call(compileEval, undefined, source, scopes, file, environment), undefined);
});

// What `this` is in a function of sloppy mode (section 10.2.1.2). Functions made of texts are the only ones that see this
// much of it: programs use them to get at the global object.
$root("sloppy_this", function sloppyThis(value) {
  return value === undefined || value === null ? globalThis : toObject(value);
});

// CreateDynamicFunction: `kind` is how the text begins, `parts` are parameters and the body.
function createDynamicFunction(constructor, newTarget, kind, parts) {
  const count = $arrayLength(parts) - 1;
  let parameters = "";
  for (let i = 0; i < count; i++) {
    parameters += (i > 0 ? "," : "") + `${parts[i]}`;
  }
  const body = count < 0 ? "" : `${parts[count]}`;
  const made = $call($call(compileFunction, undefined, kind, parameters, body), undefined);
  $defineData(made, "name", "anonymous", CONFIGURABLE);
  if (newTarget !== undefined && newTarget !== constructor) {
    $setPrototype(made, $protoFrom(newTarget, constructor.name));
  }
  return made;
}
