// eval, and functions made of texts (sections 19.2.1 and 20.2.1.1). The host compiles (evaluation.py): its functions have
// the numbers after those of modules.

const compileEval = $hostFunction(25, "eval");
const compileFunction = $hostFunction(26, "Function");

// Functions of texts that were evaluated in a direct eval, by scopes, file and text: a loop asks for the same ones again.
// A text with a template has template objects of its own each time.
const evaluatedTexts = $newTable();
const MOST_EVALUATED = 200;
let evaluatedCount = 0;

function evaluatedFunction(source, scopes, file, environment) {
  if (source.length > 100 || $call(string_indexOf, source, "`") >= 0) {
    return $call(compileEval, undefined, source, scopes, file, environment);
  }
  const key = scopes + "\0" + file + "\0" + source;
  const known = $tableGet(evaluatedTexts, key);
  if (known !== undefined) {
    return $closeOver(known, environment);
  }
  const made = $call(compileEval, undefined, source, scopes, file, environment);
  if (evaluatedCount < MOST_EVALUATED) {
    evaluatedCount++;
    $tableSet(evaluatedTexts, key, $closeOver(made, undefined));
  }
  return made;
}

const evalFunction = {
  eval(source) {
    if (typeof source !== "string") {
      return source;
    }
    return $call(evaluatedFunction(source, "", "", undefined), globalThis);
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
  return $call(evaluatedFunction(source, scopes, file, environment), undefined);
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
