// Math (section 21.3): the kernel computes with numbers, here arguments become numbers.

$namespace("Math");

$constant("Math.E", 2.718281828459045);
$constant("Math.LN10", 2.302585092994046);
$constant("Math.LN2", 0.6931471805599453);
$constant("Math.LOG10E", 0.4342944819032518);
$constant("Math.LOG2E", 1.4426950408889634);
$constant("Math.PI", 3.141592653589793);
$constant("Math.SQRT1_2", 0.7071067811865476);
$constant("Math.SQRT2", 1.4142135623730951);

function converting(path) {
  const native = $builtin(path);
  return (x) => $call(native, undefined, toNumber(x));
}

function convertingTwo(path) {
  const native = $builtin(path);
  return (x, y) => {
    const first = toNumber(x);
    return $call(native, undefined, first, toNumber(y));
  };
}

function convertingAll(path) {
  const native = $builtin(path);
  return (...numbers) => {
    const count = $arrayLength(numbers);
    for (let i = 0; i < count; i++) {
      numbers[i] = toNumber(numbers[i]);
    }
    return $callList(native, undefined, numbers);
  };
}

$slow({
  "Math.abs": converting("Math.abs"),
  "Math.acos": converting("Math.acos"),
  "Math.acosh": converting("Math.acosh"),
  "Math.asin": converting("Math.asin"),
  "Math.asinh": converting("Math.asinh"),
  "Math.atan": converting("Math.atan"),
  "Math.atan2": convertingTwo("Math.atan2"),
  "Math.atanh": converting("Math.atanh"),
  "Math.cbrt": converting("Math.cbrt"),
  "Math.ceil": converting("Math.ceil"),
  "Math.clz32": converting("Math.clz32"),
  "Math.cos": converting("Math.cos"),
  "Math.cosh": converting("Math.cosh"),
  "Math.exp": converting("Math.exp"),
  "Math.expm1": converting("Math.expm1"),
  "Math.f16round": converting("Math.f16round"),
  "Math.floor": converting("Math.floor"),
  "Math.fround": converting("Math.fround"),
  "Math.hypot": convertingAll("Math.hypot"),
  "Math.imul": convertingTwo("Math.imul"),
  "Math.log": converting("Math.log"),
  "Math.log10": converting("Math.log10"),
  "Math.log1p": converting("Math.log1p"),
  "Math.log2": converting("Math.log2"),
  "Math.max": convertingAll("Math.max"),
  "Math.min": convertingAll("Math.min"),
  "Math.pow": convertingTwo("Math.pow"),
  "Math.round": converting("Math.round"),
  "Math.sign": converting("Math.sign"),
  "Math.sin": converting("Math.sin"),
  "Math.sinh": converting("Math.sinh"),
  "Math.sqrt": converting("Math.sqrt"),
  "Math.tan": converting("Math.tan"),
  "Math.tanh": converting("Math.tanh"),
  "Math.trunc": converting("Math.trunc"),
});
