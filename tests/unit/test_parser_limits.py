"""What is nested deeply or long, and what a recursive parser with look-ahead could take exponential time for."""

from __future__ import annotations

import contextlib
import gc
import sys

import pytest

from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser import parse

DEPTH = 5_000
NESTED = {
    "parentheses": "(" * DEPTH + "1" + ")" * DEPTH,
    "arrays": "[" * DEPTH + "]" * DEPTH,
    "objects": "x = " + "{a:" * DEPTH + "1" + "}" * DEPTH,
    "blocks": "{" * DEPTH + "}" * DEPTH,
    "calls": "f(" * DEPTH + ")" * DEPTH,
    "functions": "function f() {" * 3_000 + "}" * 3_000,
    "arrows": "x => " * DEPTH + "1",
    "arrows in parentheses": "(x => " * 2_000 + "1" + ")" * 2_000,
    "conditionals": "a ? " * DEPTH + "b" + " : c" * DEPTH,
    "templates": "`${" * DEPTH + "1" + "}`" * DEPTH,
    "classes": "class A { x = " * 1_000 + "1" + "}" * 1_000,
    "ifs": "if (a) " * DEPTH + "b",
    "operators": "!" * DEPTH + "a",
    "array patterns": "let " + "[" * DEPTH + "a" + "]" * DEPTH + " = b",
    "assigned patterns": "[" * DEPTH + "a" + "]" * DEPTH + " = b",
    "tuple types": "let x: " + "[" * DEPTH + "]" * DEPTH,
    "type arguments": "let x: " + "A<" * 2_000 + "B" + ">" * 2_000,
    "function types": "let x: " + "(a: " * 2_000 + "A" + ") => b" * 2_000,
    "namespaces": "namespace a { " * 2_000 + "}" * 2_000,
}
LONG = {
    "sum": "+".join(["a"] * 100_000),
    "logic": "||".join(["a"] * 20_000),
    "members": "a" + ".b" * 30_000,
    "calls": "a" + "()" * 30_000,
    "else if": "if (a) b; else " * 20_000 + "c",
    "sequence": ",".join(["a"] * 30_000),
    "string": "'" + "a" * 300_000 + "'",
    "powers": "**".join(["a"] * 5_000),
    "assignments": "=".join(["a"] * 5_000),
}
# Each takes exponential time where every level is tried in two ways.
TRIED = {
    "arrow or parentheses": "a ? (x = " * 30 + "b" + ") : c" * 30,
    "arrow in conditional": "a ? (b, c => " * 30 + "d" + ") : e" * 30,
    "generic arrow or assertion": "<T>(x = " * 30 + "b" + ")" * 30,
    "comparison or type arguments": "a < " * 1_000 + "b",
    "calls of comparisons": "f(a < " * 300 + "b" + ")" * 300,
    "async call or arrow": "async(" * 300 + ")" * 300,
    "infer": "type A = " + "T extends infer U extends " * 25 + "B" + " ? 1 : 2" * 25,
}


@pytest.mark.parametrize(
    "source", [*NESTED.values(), *LONG.values()], ids=[*NESTED, *[f"long {name}" for name in LONG]])
def test_deep_and_long_sources_parse(source):
    limit = sys.getrecursionlimit()
    parse(source.encode(), lex=plain_lexer())
    assert sys.getrecursionlimit() == limit


@pytest.mark.timeout(20)
@pytest.mark.parametrize("source", TRIED.values(), ids=TRIED)
def test_attempts_are_not_repeated_at_every_level(source):
    try:
        parse(source.encode(), lex=plain_lexer())
    except SourceError as error:
        assert error.message.startswith("Unexpected")  # noqa: PT017 most of these are no programs; the time counts


@pytest.mark.parametrize(
    "opening", ["(", "[", "{a:", "f(", "x => {", "`${", "x as [", "if (a) ", "class A { b = "]
)
def test_too_deep_is_an_error(opening):
    before, opening = {"{a:": ("x = ", opening), "x as [": ("x as ", "[")}.get(opening, ("", opening))
    source = before + opening * 60_000
    with pytest.raises(SourceError) as caught:
        parse(source.encode(), lex=plain_lexer())
    assert caught.value.message in {"The program is nested too deeply", "Unexpected end of input",
                                    "Unterminated template literal"}  # fmt: skip


@pytest.mark.parametrize("source", [b"let a = [" + b"{ b: [1, 2] }, " * 3000 + b"];", b"let a = ;"])
def test_pythons_collector_waits_while_a_tree_grows(source):
    runs = []
    gc.callbacks.append(lambda phase, _: runs.append(phase))
    try:
        with contextlib.suppress(SourceError):
            parse(source, lex=plain_lexer())
        assert runs == []
        assert gc.isenabled()
    finally:
        gc.callbacks.pop()
