"""What the console makes of values, on a heap made by hand; the expected texts are what Node 20 prints."""

from __future__ import annotations

import pytest
from built_heap import BuiltHeap, Undefined

from tsrun.heap.layout import (
    F_CLASS, K_BOXED, K_ERROR, K_FUNCTION, K_MAP, K_NAMESPACE, K_OBJECT, K_SET, NULL, OBJECT, P_ARRAY, P_ERROR,
    P_FUNCTION, P_MAP, P_OBJECT, P_SET, P_STRING, STRING, SYM_PRIMITIVE, SYM_TO_STRING_TAG, SYMBOL, UNDEFINED,
)  # fmt: skip
from tsrun.heap.reader import number_text
from tsrun.library.console.console import METHODS, Console, duration
from tsrun.library.console.format import formatted
from tsrun.library.console.inspect import Inspector
from tsrun.library.console.text import quoted, width
from tsrun.vm.image import CONSOLE_METHODS


@pytest.fixture
def heap():
    return BuiltHeap()


def text(heap, given, **options):
    return Inspector(heap, **options).text(heap.value(given))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([1, -0.0, "a", True, None, Undefined], "[ 1, -0, 'a', true, null, undefined ]"),
        ([1.5, ..., 3, ..., ...], "[ 1.5, <1 empty item>, 3, <2 empty items> ]"),
        ({"a": {"b": {"c": {}}}}, "{ a: { b: { c: {} } } }"),
        ({"a": {"b": {"c": {"d": 1}}}}, "{ a: { b: { c: [Object] } } }"),
        ([[[[1]]]], "[ [ [ [Array] ] ] ]"),
        ({"a-b": 1, "2": 2, "_x": 3, "$": 4, "é": 5}, "{ '2': 2, 'a-b': 1, _x: 3, '$': 4, 'é': 5 }"),
        ({"__proto__": 1}, "{ ['__proto__']: 1 }"),
        ({}, "{}"),
        ([], "[]"),
        (["it's", 'say "it\'s"', "`'\"", "\n\x1b\x7f\\", "\ud800"], None),
    ],
)
def test_plain_values(heap, given, expected):
    if expected is None:
        expected = """[ "it's", `say "it's"`, '`\\'"', '\\n\\x1B\\x7F\\\\', '\\ud800' ]"""
    assert text(heap, given) == expected


def test_long_objects_break(heap):
    assert text(heap, {"a": "x" * 30, "b": "y" * 27}) == f"{{\n  a: '{'x' * 30}',\n  b: '{'y' * 27}'\n}}"
    assert text(heap, {"a": "x" * 30, "b": "y" * 20}) == f"{{ a: '{'x' * 30}', b: '{'y' * 20}' }}"


def test_arrays_in_columns(heap):
    assert text(heap, [i * i for i in range(10)]) == "[\n   0,  1,  4,  9, 16,\n  25, 36, 49, 64, 81\n]"
    assert text(heap, list("abcdefgh")) == "[\n  'a', 'b', 'c',\n  'd', 'e', 'f',\n  'g', 'h'\n]"
    assert text(heap, list(range(102))).endswith("\n  96, 97, 98, 99,\n  ... 2 more items\n]")


def test_circles(heap):
    value = heap.value({"name": "a", "self": None, "list": [1]})
    heap.fill(value, [("name", heap.value("a"), 7), ("self", value, 7), ("list", heap.array([value]), 7)])
    assert Inspector(heap).text(value) == "<ref *1> { name: 'a', self: [Circular *1], list: [ [Circular *1] ] }"


def test_classes_and_prototypes(heap):
    proto = heap.make(K_OBJECT, P_OBJECT)
    base = heap.function("Base", F_CLASS)
    derived = heap.make(heap.meta[base & 0xFFFFFFFF] & 0xFF | F_CLASS, base & 0xFFFFFFFF)
    heap.fill(base, [("prototype", proto, 0), ("name", heap.value("Base"), 4)])
    heap.fill(derived, [("name", heap.value("Derived"), 4)])
    heap.fill(proto, [("constructor", base, 5)])
    instance = heap.make(K_OBJECT, proto & 0xFFFFFFFF, [("x", heap.value(1), 7)])
    assert Inspector(heap).text(instance) == "Base { x: 1 }"
    assert Inspector(heap).text(heap.make(K_OBJECT, proto & 0xFFFFFFFF)) == "Base {}"
    assert Inspector(heap).text(proto) == "{}"
    assert Inspector(heap).text(base) == "[class Base]"
    assert Inspector(heap).text(derived) == "[class Derived extends Base]"
    nothing = heap.make(K_OBJECT, 0, [("x", heap.value(1), 7)])
    assert Inspector(heap).text(nothing) == "[Object: null prototype] { x: 1 }"
    above = heap.make(K_OBJECT, nothing & 0xFFFFFFFF)
    assert Inspector(heap).text(above) == "Object <[Object: null prototype]> {}"
    deep = {"a": {"b": {"c": instance}}}
    assert text(heap, deep) == "{ a: { b: { c: [Base] } } }"
    assert text(heap, heap.array([heap.value(1)], proto=P_ARRAY)) == "[ 1 ]"


def test_functions(heap):
    assert Inspector(heap).text(heap.function("f")) == "[Function: f]"
    assert Inspector(heap).text(heap.function("")) == "[Function (anonymous)]"
    assert Inspector(heap).text(heap.function("", F_CLASS)) == "[class (anonymous)]"
    with_property = heap.make(K_FUNCTION, P_FUNCTION, [("name", heap.value("g"), 4), ("x", heap.value(1), 7)])
    assert Inspector(heap).text(with_property) == "[Function: g] { x: 1 }"


def test_accessors_symbols_and_hidden_properties(heap):
    getter = heap.function("")
    value = heap.make(
        K_OBJECT,
        P_OBJECT,
        [
            ("a", heap.accessor_value(getter), 15),
            ("b", heap.accessor_value(UNDEFINED, getter), 15),
            ("c", heap.accessor_value(getter, getter), 15),
            ("hidden", heap.value(1), 5),
            (heap.symbol("key"), heap.value(2), 7),
            (SYMBOL | SYM_PRIMITIVE, heap.value(3), 7),
        ],
    )
    heap.meta[SYM_PRIMITIVE] |= 1 << 8  # a private name
    shown = "{ a: [Getter], b: [Setter], c: [Getter/Setter], [Symbol(key)]: 2 }"
    assert Inspector(heap).text(value) == shown
    assert "[hidden]: 1" in Inspector(heap, hidden=True).text(value)


def test_collections(heap):
    value = heap.value
    pairs = [(value("a"), value(1)), (value({"k": 1}), value([2]))]
    assert Inspector(heap).text(heap.table_object(K_MAP, P_MAP, pairs)) == "Map(2) { 'a' => 1, { k: 1 } => [ 2 ] }"
    letters = heap.table_object(K_SET, P_SET, [(value(1), 0), (value("b"), 0)])
    assert Inspector(heap).text(letters) == "Set(2) { 1, 'b' }"
    assert Inspector(heap).text(heap.table_object(K_SET, P_SET, [])) == "Set(0) {}"
    many = heap.table_object(K_SET, P_SET, [(value(i), 0) for i in range(102)])
    assert "... 2 more items" in Inspector(heap).text(many)
    assert text(heap, {"a": {"b": {"m": many}}}) == "{ a: { b: { m: [Set] } } }"


def error(heap, name, message, *, stack=None, proto=P_ERROR, extra=()):
    properties = [("stack", heap.value(stack or f"{name}: {message}\n    at f (file.ts:1:2)"), 5)]
    properties += [("message", heap.value(message), 5), *extra]
    return heap.make(K_ERROR, proto, properties)


def test_errors(heap):
    heap.fill(
        OBJECT | P_ERROR,
        [
            ("constructor", heap.own(OBJECT | P_ERROR, heap.names["constructor"])[0], 5),
            ("name", heap.value("Error"), 5),
            ("message", heap.value(""), 5),
        ],
    )
    plain = error(heap, "Error", "no")
    assert Inspector(heap).text(plain) == "Error: no\n    at f (file.ts:1:2)"
    assert text(heap, {"e": plain}) == "{\n  e: Error: no\n      at f (file.ts:1:2)\n}"
    with_code = error(heap, "Error", "no", extra=[("code", heap.value("E1"), 7)])
    assert Inspector(heap).text(with_code) == "Error: no\n    at f (file.ts:1:2) {\n  code: 'E1'\n}"
    caused = error(heap, "Error", "outer", extra=[("cause", plain, 5)])
    assert Inspector(heap).text(caused) == (
        "Error: outer\n    at f (file.ts:1:2) {\n  [cause]: Error: no\n      at f (file.ts:1:2)\n}"
    )
    bare = error(heap, "Error", "no", stack="Error: no")
    assert Inspector(heap).text(bare) == "[Error: no]"
    assert text(heap, [bare]) == "[ [Error: no] ]"


@pytest.mark.parametrize(
    ("stack", "name", "constructor", "expected"),
    [
        ("Error: v\n    at x", "Error", "ValidationError", "ValidationError: v\n    at x"),
        ("Error: v\n    at x", "Error", "Foo", "Foo [Error]: v\n    at x"),
        ("Error: v\n    at x", "Error", "Error", "Error: v\n    at x"),
        ("Error: v\n    at x", "Zed", "Error", "Error: v\n    at x"),
        ("TypeError\n    at x", "TypeError", "MyTypeError", "MyTypeError\n    at x"),
    ],
)
def test_stacks_name_the_class(stack, name, constructor, expected):
    assert Inspector._improved(stack, name, constructor, "") == expected


def test_boxed_tagged_and_namespaces(heap):
    boxed = heap.make(K_BOXED, P_STRING, [(SYMBOL | SYM_PRIMITIVE, heap.value("abc"), 1)])
    assert Inspector(heap).text(boxed) == "[String: 'abc']"
    tagged = heap.make(K_OBJECT, P_OBJECT, [(SYMBOL | SYM_TO_STRING_TAG, heap.value("T"), 5), ("a", heap.value(1), 7)])
    assert Inspector(heap).text(tagged) == "Object [T] { a: 1 }"
    namespace = heap.make(K_NAMESPACE, 0, [("b", heap.value(1), 7), ("a", heap.value("x"), 7)])
    assert Inspector(heap).text(namespace) == "[Module: null prototype] { a: 'x', b: 1 }"


def test_deep_nesting_is_interrupted(heap):
    value = heap.value([])
    for _ in range(5000):
        value = heap.array([value])
    assert Inspector(heap, depth=float("inf")).text(value).startswith("[Object: Inspection interrupted")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["a", "b", 1], "a b 1"),
        (["%s is %d years", "Bob", 42], "Bob is 42 years"),
        (["%i %f %%", 3.9, 1.5], "3 1.5 %"),
        (["100%", 5], "100% 5"),
        (["%s"], "%s"),
        (["%x %s", 1], "%x 1"),
        (["%o|%O|%s", [1], [[[[1]]]], {"a": {"b": 1}}], "[ 1, [length]: 1 ]|[ [ [ [Array] ] ] ]|{ a: [Object] }"),
        (["%c red", "color: red"], " red"),
        (["%s", -0.0], "-0"),
        (["a", {"b": "c"}], "a { b: 'c' }"),
        ([{"b": "c"}, "d"], "{ b: 'c' } d"),
        (["%%", 1], "% 1"),
        (["%d", "%"], "NaN"),
        ([], ""),
    ],
)
def test_format_strings(heap, values, expected):
    assert formatted(heap, [heap.value(value) for value in values], None) == expected


@pytest.fixture
def console(heap):
    lines = []
    made = Console(heap, lambda level, message: lines.append((level, message)), None)
    return lambda name, *values: made.method(name)([heap.value(value) for value in values]), lines


def test_levels_groups_and_counters(console):
    call, lines = console
    call("log", "a")
    call("group", "G")
    call("warn", "b\nc")
    call("group")
    call("count")
    call("groupEnd")
    call("count", "x")
    call("countReset", "x")
    call("count", "x")
    call("groupEnd")
    call("countReset", "nothing")
    call("assert", True, "fine")
    call("assert", False, "bad %s", 1)
    call("assert", False)
    call("trace", "here")
    assert lines == [
        ("log", "a"), ("log", "G"), ("warn", "  b\n  c"), ("log", "    default: 1"), ("log", "  x: 1"),
        ("log", "  x: 1"),
        ("warn", "Warning: Count for 'nothing' does not exist"),
        ("warn", "Assertion failed: bad 1"),
        ("warn", "Assertion failed"), ("error", "Trace: here"),
    ]  # fmt: skip


def test_timers(console):
    call, lines = console
    call("time", "t")
    call("timeLog", "t", "so far")
    call("timeEnd", "t")
    call("timeEnd", "t")
    assert lines[0][1].startswith("t: ")
    assert lines[0][1].endswith("ms so far")
    assert lines[1][1].startswith("t: ")
    assert lines[2] == ("warn", "Warning: No such label 't' for console.timeEnd()")
    assert [duration(ms) for ms in (1.2345, 999, 1500, 61_500, 3_661_000)] == [
        "1.234ms", "999ms", "1.500s", "1:01.500 (m:ss.mmm)", "1:01:01.000 (h:mm:ss.mmm)",
    ]  # fmt: skip


def test_tables(console):
    call, lines = console
    call("table", [{"a": 1, "b": "x"}, {"a": 2, "c": [1, 2]}, 7])
    assert lines.pop()[1].split("\n") == [
        "┌─────────┬───┬─────┬──────────┬────────┐",
        "│ (index) │ a │ b   │ c        │ Values │",
        "├─────────┼───┼─────┼──────────┼────────┤",
        "│ 0       │ 1 │ 'x' │          │        │",
        "│ 1       │ 2 │     │ [ 1, 2 ] │        │",
        "│ 2       │   │     │          │ 7      │",
        "└─────────┴───┴─────┴──────────┴────────┘",
    ]
    call("table", 5)
    assert lines.pop() == ("log", "5")
    call("table", [{"a": 1, "b": 2}], ["b"])
    assert "│ 0       │ 2 │" in lines.pop()[1]


def test_dir(console):
    call, lines = console
    call("dir", {"a": {"b": {"c": {"d": 1}}}}, {"depth": 0})
    call("dir", {"a": {"b": {"c": {"d": 1}}}}, {"depth": None})
    assert [line for _, line in lines] == ["{ a: [Object] }", "{\n  a: { b: { c: { d: 1 } } }\n}"]


def test_the_prelude_and_the_host_have_the_same_methods():
    from pathlib import Path

    from tsrun.vm.image import PRELUDE

    assert len(METHODS) == CONSOLE_METHODS
    prelude = Path(PRELUDE, "90_console.ts").read_text()
    names = prelude.partition("const names = [")[2].partition("]")[0]
    assert tuple(name.strip().strip('"') for name in names.split(",") if name.strip()) == METHODS


def test_numbers_as_text():
    numbers = {
        0.1: "0.1", 1e21: "1e+21", 123456789012345680000.0: "123456789012345680000", 1e-7: "1e-7", 1.5e-9: "1.5e-9",
        -1e-6: "-0.000001", 5e-324: "5e-324", float("inf"): "Infinity", 100.0: "100", 1.7976931348623157e308:
        "1.7976931348623157e+308", 2251799813685248.5: "2251799813685248.5",
    }  # fmt: skip
    assert {number: number_text(number) for number in numbers} == numbers
    assert number_text(float("nan")) == "NaN"


def test_quotes_and_widths():
    assert quoted("a'b") == '"a\'b"'
    assert quoted("${'\"") == "'${\\'\"'"
    assert width("漢字") == 4
    assert width("e\u0301") == 1
    assert NULL != STRING
