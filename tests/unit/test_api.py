"""The embedding face: conversions, limits, errors, modules."""

from __future__ import annotations

import copy
import math
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

import tsrun
from tsrun.vm import image, turns


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 1", 2),
        ("0.5", 0.5),
        ("2 ** 60", 2.0**60),
        ("'a' + 'b\\u00e9\\u6f22\\u{1f600}'", "abé漢😀"),
        ("true", True),
        ("null", None),
        ("undefined", None),
        ("let x = 5;", None),
        ("[1, [2], 'a', , null]", [1, [2], "a", None, None]),
        ("({ a: 1, b: { c: [] }, 5: 'five', [Symbol('s')]: 1 })", {"5": "five", "a": 1, "b": {"c": []}}),
        ("new Map([['a', 1], [2, [3]]])", {"a": 1, 2: [3]}),
        ("new Map([[{}, 1]])", [[{}, 1]]),
        ("new Set([1, 'a'])", [1, "a"]),
        ("Symbol('x')", "Symbol(x)"),
        ("new String('abc')", "abc"),
        ("class A { x = 1; get y() { return 2 } } new A()", {"x": 1}),
        ("if (true) 7; else 8", 7),
    ],
)
def test_values_to_python(source, expected):
    result = tsrun.run(source)
    assert result == expected
    assert type(result) is type(expected)


def test_special_numbers():
    assert math.isnan(tsrun.run("NaN"))
    assert tsrun.run("-Infinity") == -math.inf
    assert math.copysign(1, tsrun.run("-0")) == -1


def test_cycles():
    result = tsrun.run("const a: any = { list: [] }; a.self = a; a.list.push(a); a")
    assert result["self"] is result
    assert result["list"][0] is result


def test_values_from_python():
    cyclic = []
    cyclic.append(cyclic)
    given = {"n": 1, "f": 1.5, "s": "é漢", "b": True, "none": None, "l": [1, [2]], "c": cyclic}
    given["d"] = {"a": {"b": 2}, 3: "x"}
    source = "[n, f, s, b, none, l, d.a.b, d[3], c[0] === c, typeof n, Array.isArray(l)]"
    assert tsrun.run(source, globals=given) == [1, 1.5, "é漢", True, None, [1, [2]], 2, "x", True, "number", True]
    with pytest.raises(TypeError, match="a set can't be given to a script"):
        tsrun.run("1", globals={"s": {1}})


def fail():
    raise ValueError("no")


def test_callables_both_ways():
    assert tsrun.run("add(1, [2, 3])", globals={"add": lambda a, b: [a, *b]}) == [1, 2, 3]
    double = tsrun.run("(n: number) => n * 2")
    assert double(21) == 42
    function = tsrun.run("function outer(f) { return (x) => f(x) + 1 } outer")
    assert function(lambda x: x * 10)(4) == 41
    with pytest.raises(tsrun.JSError, match="Error: ValueError: no"):
        tsrun.run("fail()", globals={"fail": fail})
    assert tsrun.run("try { fail() } catch (e) { e.message }", globals={"fail": lambda: 1 // 0}) == (
        "ZeroDivisionError: integer division or modulo by zero"
    )


def test_errors():
    source = "function f() {\n  throw Object.assign(new RangeError('bad'), { code: 7 })\n}\nf()"
    with pytest.raises(tsrun.JSError) as caught:
        tsrun.run(source, path="dir/x.ts")
    error = caught.value
    assert (error.name, error.message, error.file, error.line) == ("RangeError", "bad", "dir/x.ts", 2)
    assert error.column > 1
    assert error.stack.startswith("RangeError: bad\n    at f (dir/x.ts:2:")
    assert error.value == {"code": 7}
    assert str(error) == "RangeError: bad"


def test_thrown_values():
    with pytest.raises(tsrun.JSError) as caught:
        tsrun.run("throw [1, 2]")
    assert (caught.value.name, caught.value.value, caught.value.message) == ("", [1, 2], "[ 1, 2 ]")


def test_syntax_errors():
    with pytest.raises(tsrun.JSSyntaxError) as caught:
        tsrun.run("let a = 1;\nlet a = 2;", path="x.ts")
    error = caught.value
    assert (error.name, error.file, error.line, error.column) == ("SyntaxError", "x.ts", 2, 5)
    assert "'a' has already been declared" in error.message
    assert isinstance(error, tsrun.JSError)
    with pytest.raises(tsrun.JSSyntaxError):
        tsrun.run("function* g() {} async () => 1; class { #x }")


def test_modules():
    modules = {
        "lib": "import { twice } from './tools'; export const f = (x: number) => twice(x) + 1; export default 'd'",
        "./tools": "export function twice(x: number) { return x * 2 }",
    }
    assert tsrun.run("import d, { f } from 'lib'; [d, f(20)]", modules=modules) == ["d", 41]
    assert tsrun.run("import * as ns from 'lib'; Object.keys(ns)", modules=modules) == ["default", "f"]
    with pytest.raises(tsrun.ModuleError, match="Cannot find module 'other', imported by <script>:1:"):
        tsrun.run("import { x } from 'other'; x")
    with pytest.raises(tsrun.JSSyntaxError, match="does not provide an export named 'g'"):
        tsrun.run("import { g } from 'lib'; g", modules=modules)


def test_run_file(tmp_path):
    source = "import { b } from './b.js';\nexport const a: number = b + 1;\nexport default { a };"
    (tmp_path / "a.ts").write_text(source)
    (tmp_path / "b.ts").write_text("export let b = 1; b = 41;")
    assert tsrun.run_file(tmp_path / "a.ts") == {"a": 42, "default": {"a": 42}}
    with pytest.raises(tsrun.ModuleError, match="there is no such file"):
        tsrun.run_file(tmp_path / "none.ts")


def test_console(capsys):
    lines = []
    tsrun.run("console.log('a', 1); console.error({ b: 2 })", console=lambda level, text: lines.append((level, text)))
    assert lines == [("log", "a 1"), ("error", "{ b: 2 }")]
    tsrun.run("console.log('out'); console.warn('err')")
    assert capsys.readouterr() == ("out\n", "err\n")


def test_time_limit():
    with pytest.raises(tsrun.TimeLimitError):
        tsrun.run("for (;;) {}", timeout=0.2)
    with pytest.raises(tsrun.LimitError):
        tsrun.run("while (true) { try { for (;;) {} } catch {} finally {} }", timeout=0.2)


@pytest.mark.parametrize(
    "source",
    [
        "const a = []; for (;;) a.push({})",
        "let s = 'x'; for (;;) s += s + s.length",
        "const a = []; for (;;) a.push('x'.repeat(1000) + a.length)",
        "new Array(2 ** 28).fill(0)",
        "const m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
    ],
)
def test_memory_limit(source):
    with pytest.raises((tsrun.MemoryLimitError, tsrun.JSError)) as caught:
        tsrun.run(source, max_memory=32 << 20, timeout=60)
    if isinstance(caught.value, tsrun.MemoryLimitError):
        assert caught.value.heap_size > 0
        assert caught.value.by_kind
    else:
        assert caught.value.name == "RangeError"


def test_depth_limit():
    source = "let n = 0; function f() { n++; f() } try { f() } catch (e) { [e instanceof RangeError, n] }"
    caught, depth = tsrun.run(source, max_depth=100)
    assert caught
    assert depth <= 101
    assert tsrun.run(source)[1] > 5000


def test_limits_must_make_sense():
    with pytest.raises(ValueError, match="timeout must be above 0"):
        tsrun.run("1", timeout=0)


def test_runs_share_nothing():
    tsrun.run("globalThis.x = 1; Array.prototype.y = 2")
    assert tsrun.run("[typeof x, [].y]") == ["undefined", None]


def test_the_public_names_are_there():
    assert set(tsrun.__all__) <= set(dir(tsrun))
    for name in tsrun.__all__:
        assert getattr(tsrun, name) is not None
    with pytest.raises(AttributeError):
        _ = tsrun.nothing


def test_the_tree_of_errors():
    assert issubclass(tsrun.JSSyntaxError, tsrun.JSError)
    assert issubclass(tsrun.TimeLimitError, tsrun.LimitError)
    assert issubclass(tsrun.MemoryLimitError, tsrun.LimitError)
    for name in tsrun.__all__:
        if name.endswith("Error"):
            assert issubclass(getattr(tsrun, name), tsrun.TsrunError)


def test_a_loader_is_asked_first():
    asked = []

    def loader(specifier, importer):
        asked.append((specifier, importer.rpartition("/")[2]))
        if specifier == "virtual":
            return "v.ts", "import { n } from './deep'; export const twice: number = 2 * n"
        if specifier == "./deep":
            return "deep.ts", "export const n = 21"
        if specifier == "secret":
            raise tsrun.ModuleError("secret: not for scripts")
        return None

    source = "import { twice } from 'virtual'; import { x } from 'mapped'; [twice, x, (await import('virtual')).twice]"
    assert tsrun.run(source, modules={"mapped": "export const x = 1"}, loader=loader) == [42, 1, 42]
    assert asked == [("virtual", "<script>"), ("mapped", "<script>"), ("./deep", "v.ts"), ("virtual", "<script>")]
    with pytest.raises(tsrun.ModuleError, match="not for scripts"):
        tsrun.run("import 'secret'", loader=loader)
    refused = "let m = ''; try { await import('secret') } catch (e) { m = e.message } export {}; m"
    assert tsrun.run(refused, loader=loader) == "secret: not for scripts"
    with pytest.raises(tsrun.ModuleError, match="Cannot find module 'other'"):
        tsrun.run("import 'other'", loader=loader)


STATIC, DYNAMIC = "import 'x'", "import('x').catch(() => 'caught')"


@pytest.mark.parametrize("source", [STATIC, DYNAMIC, f'eval("{DYNAMIC}")'])
@pytest.mark.parametrize("error", [KeyError("own"), OSError(2, "gone"), SystemExit(3), tsrun.JSError("Error", "own")])
def test_what_a_loader_raises_comes_out_unchanged(source, error):
    def loader(specifier, importer):
        raise error

    with pytest.raises(type(error)) as found:
        tsrun.run(source, loader=loader)
    assert found.value is error


@pytest.mark.parametrize("given", [5, "ab", ("a",), ("a", 5), (b"a", "1"), ("a", "b", "c")])
@pytest.mark.parametrize("source", [STATIC, DYNAMIC])
def test_what_a_loader_gives_is_checked(source, given):
    with pytest.raises(TypeError, match="a loader gives None or a name and a text"):
        tsrun.run(source, loader=lambda *_: given)


def test_names_and_texts_of_a_loader_may_be_odd():
    assert tsrun.run("import { a } from 'x'; a", loader=lambda *_: ["\ud800", "export const a = 'é'"]) == "é"
    assert tsrun.run("import('x').then(m => m.a)", loader=lambda *_: ("", "export const a = 1")) == 1


def test_what_the_console_raises_comes_out_unchanged():
    error = KeyError("full")

    def console(level, text):
        raise error

    for source in ("try { console.log(1) } catch {}", "setTimeout(() => console.log(1))"):
        with pytest.raises(KeyError) as found:
            tsrun.run(source, console=console)
        assert found.value is error


def test_a_source_is_text():
    with pytest.raises(TypeError, match="the source is a str, not a bytes"):
        tsrun.run(b"1")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"timeout": "1"}, TypeError),
        ({"timeout": float("nan")}, ValueError),
        ({"max_memory": 1.5e7}, TypeError),
        ({"max_depth": 2.5}, TypeError),
        ({"globals": {5: 1}}, TypeError),
        ({"kernel": "fast"}, tsrun.KernelError),
    ],
)
def test_options_that_make_no_sense(options, error):
    with pytest.raises(error):
        tsrun.run("1", **options)


def test_an_endless_time_limit_is_none():
    assert tsrun.run("1", timeout=float("inf")) == tsrun.run("1", timeout=1e300) == 1


def test_each_call_from_python_has_the_time_again():
    call = tsrun.run("(n: number) => { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }", timeout=0.2)
    for _ in range(2):
        with pytest.raises(tsrun.TimeLimitError):
            call(1e12)
        assert call(10) == 45


def pickled(error):
    return pickle.loads(pickle.dumps(error))  # noqa: S301 what was written a moment ago


def error_of(source, **options):
    with pytest.raises(tsrun.TsrunError) as found:
        tsrun.run(source, **options)
    return found.value


@pytest.mark.parametrize(
    "error",
    [
        lambda: error_of("throw new TypeError('x')"),
        lambda: error_of("throw { f: () => 1, p: Promise.reject(1), a: [1] }"),
        lambda: error_of("let a ="),
        lambda: error_of("while (true);", timeout=0.05),
        lambda: error_of("'x'.repeat(2 ** 28)", max_memory=8 << 20),
        lambda: error_of("import 'nowhere'"),
        lambda: error_of("await new Promise(() => {}); export {}"),
    ],
)
def test_errors_can_be_pickled_and_copied(error):
    before = error()
    for after in (pickled(before), copy.copy(before), copy.deepcopy(before)):
        assert (type(after), str(after), after.args) == (type(before), str(before), before.args)
        kept = vars(after).keys() - {"value"}
        assert kept == vars(before).keys() - {"value"}
        assert [getattr(after, name) for name in kept if name != "thrown"] == [
            getattr(before, name) for name in kept if name != "thrown"
        ]


def test_functions_leave_their_text_in_a_pickled_error():
    error = pickled(error_of("throw { name() {}, at: [1] }"))
    assert error.value == {"name": "<JSFunction name>", "at": [1]}


def test_threads_take_turns_in_one_run():
    call = tsrun.run("let n = 0; () => { for (let i = 0; i < 20_000; i++) n++; return n; }")
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: call(), range(40)))
    assert sorted(results) == [20_000 * (i + 1) for i in range(40)]


def test_a_thread_that_would_wait_for_ever_is_told(monkeypatch):
    monkeypatch.setattr(turns, "LOOK", 0.01)
    with ThreadPoolExecutor(1) as pool, pytest.raises(tsrun.JSError, match="another thread runs this script"):
        tsrun.run("later(() => 1)", globals={"later": lambda f: pool.submit(f).result()})


def test_keys_of_a_map_that_python_cannot_tell_apart():
    assert tsrun.run("new Map<any, any>([[1, 'a'], [true, 'b']])") == [[1, "a"], [True, "b"]]
    assert tsrun.run("new Map<any, any>([[null, 'a'], [undefined, 'b']])") == [[None, "a"], [None, "b"]]
    assert tsrun.run("new Map<any, any>([[1, 'a'], ['1', 'b']])") == {1: "a", "1": "b"}


def test_limits_are_for_the_script_not_for_making_the_realm(monkeypatch):
    """On a first start the realm is made by running the library, which takes seconds."""
    monkeypatch.setattr(image, "_restore", lambda *_: False)
    monkeypatch.setattr(image, "_save", lambda *_: None)
    assert tsrun.run("6 * 7", timeout=0.2, max_depth=20) == 42


def test_functions_made_while_memory_is_collected(monkeypatch):
    """What earlier values and texts left behind where Python hands things over is nothing that lives."""
    monkeypatch.setenv("TSRUN_GC_STRESS", "1")
    monkeypatch.setenv("TSRUN_VERIFY", "1")

    def host(*_):
        return 1

    def make():
        return [{"a": {}, "host": host}, {"b": [{}, host, "text"]}]

    source = "for (let i = 0; i < 20; i++) { const [x, y] = make(); if (x.host() + y.b[1]() !== 2) throw i; } 'fine'"
    assert tsrun.run(source, globals={"make": make}, kernel="dev") == "fine"


def test_functions_of_another_run_are_called_like_any():
    count = tsrun.run("const many = Array.from({ length: 5000 }, (_, i) => ({ i })); (x: any) => [x, many.length]")
    assert tsrun.run("[typeof f, f('a'), [f].map(g => g({ b: 1 }))[0][0].b]", globals={"f": count}) == [
        "function", ["a", 5000], 1,
    ]  # fmt: skip
    call = tsrun.run("(f: any, x: any) => f(x)")
    assert call(count, None) == [None, 5000]
    fail = tsrun.run("() => { throw new RangeError('there') }")
    with pytest.raises(tsrun.JSError, match="there"):
        call(fail, 1)


def test_promises_and_errors_may_come_back():
    same = tsrun.run("const p = new Promise(() => {}), keep: any[] = []; (x: any) => x === p || (x ?? [p])")
    assert same(same(None)[0]) is True
    with pytest.raises(TypeError, match="a JSPromise can't be given to a script"):
        tsrun.run("p", globals={"p": same(None)[0]})
    error = tsrun.run("new RangeError('far')")
    assert tsrun.run("[e instanceof RangeError, e.message, String(e)]", globals={"e": error}) == [
        True, "far", "RangeError: far",
    ]  # fmt: skip
    assert tsrun.run("e instanceof Error && e.message", globals={"e": tsrun.JSError("Mine", "own")}) == "own"
