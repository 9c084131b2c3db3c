"""The lexer: source text to token columns."""

from __future__ import annotations

import pytest

from profiling.sources import program

SNIPPETS = {
    "let": b"let total: number = 0;",
    "function": b"function add(a: number, b: number): number { return a + b; }",
    "arrow": b"const twice = (xs: number[]) => xs.map((x) => x * 2);",
    "class": b"class Point<T> extends Base { readonly x = 1; #y?: T; get z() { return this.x ** 2; } }",
    "template": b"const text = `${first} and ${second.map((each) => `${each}, `)} end`;",
    "regexp": b"const found = /^[a-z_$][\\w$]*$/gi.test(text) ? a / b / c : /=/.exec(d);",
    "comment": b"/* A comment\n * of some lines\n */\n// and one of one\nx;",
    "json": b'{ "name": "value", "list": [1, 2.5, -3e10, true, null], "nested": { "a": {} } }',
}
SIZES = {"1 KB": 1_000, "10 KB": 10_000, "100 KB": 100_000, "500 KB": 500_000}
TOKENS = {
    "identifiers": "index value $total _count parentNode éclair ",
    "keywords": "if else while return function const typeof instanceof class extends ",
    "numbers": "0 42 3.14159 1e-7 0xFF 0b1010 1_000_000 0.1 ",
    "strings": "'single' \"double\" 'with \\n escapes \\u{1F600}' \"äöü\" ",
    "templates": "`plain` `${a}` `text ${b} text ${c} text` ",
    "punctuators": "( ) [ ] { } ; , . ... ?. => + - * / ** % & | ^ << >>> && || ?? = += ??= === !== <= ",
    "regexps": "; /abc/g; /[/\\]]+/u; /(?:a|b)*?c{2,3}/; ",
    "comments": "// to the end of the line\n/* some words */ /** more words */ ",
    "white space": "a                                        \n\n\n\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t",
}
ENOUGH = 10_000


def measure(benchmark, front, source: bytes) -> None:
    tokens = front.tokens(source)
    benchmark.extra_info.update(bytes=len(source), tokens=tokens)
    assert benchmark(front.tokens, source) == tokens


@pytest.mark.benchmark(group="lexer/individual")
@pytest.mark.parametrize("name", SNIPPETS)
def test_individual(benchmark, front, name):
    measure(benchmark, front, SNIPPETS[name])


@pytest.mark.benchmark(group="lexer/throughput")
@pytest.mark.parametrize("size", SIZES)
def test_throughput(benchmark, front, size):
    measure(benchmark, front, program(SIZES[size]))


@pytest.mark.benchmark(group="lexer/token_types")
@pytest.mark.parametrize("kind", TOKENS)
def test_token_types(benchmark, front, kind):
    measure(benchmark, front, (TOKENS[kind] * (ENOUGH // len(TOKENS[kind].encode()) + 1)).encode())


@pytest.mark.benchmark(group="lexer/columns")
def test_columns_as_lists(benchmark, front):
    """What the parser asks for: the columns as lists of Python."""
    source = program(100_000)
    benchmark.extra_info.update(bytes=len(source), tokens=front.tokens(source))
    benchmark(front.engine.lex, source, 0, 0, 0)
