"""Whatever the bytes, the front end gives a tree or a SourceError inside the source."""

from __future__ import annotations

import pathlib

from hypothesis import given, settings
from hypothesis import strategies as st

from tsrun.syntax import tokens as t
from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.dump import expression_text, token_lines, tree_lines
from tsrun.syntax.errors import SourceError
from tsrun.syntax.node import walk
from tsrun.syntax.parser import parse
from tsrun.syntax.positions import describe

SAMPLES = {
    "<number>": "1.5", "<bigint>": "7n", "<string>": "'s'", "<regexp>": "/r/g", "<template>": "`t`",
    "<template head>": "`h${", "<template middle>": "}m${", "<template tail>": "}t`", "<private name>": "#p",
    "<name>": "n",
}  # fmt: skip
WORDS = [SAMPLES.get(text, text) for kind, text in enumerate(t.TEXTS) if kind not in {t.END, t.ERROR}]
FORMS = [
    line
    for path in sorted((pathlib.Path(__file__).parent / "parser_forms").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("= ")
]


def check(source, goal):
    lex = plain_lexer()
    try:
        program = parse(source, lex=lex, goal=goal)
    except SourceError as raised:
        error = raised
    else:
        check_tree(program, source, lex)
        return
    assert 0 <= error.start <= error.end <= len(source) + 4
    assert describe(error, source, "f.ts").startswith("f.ts:")


def check_tree(program, source, lex):
    expression_text(program)
    list(tree_lines(program, source))
    list(token_lines(source, lex(source, 0, 0, 0)))
    for node in walk(program):
        assert 0 <= node.start <= node.end <= len(source)


goals = st.sampled_from(["module", "script"])


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60), goals)
def test_any_bytes(source, goal):
    check(source, goal)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), goals)
def test_any_text(source, goal):
    check(source.encode("utf-8", "surrogatepass"), goal)


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", "\n", ""]), goals)
def test_any_tokens(words, between, goal):
    check(between.join(words).encode(), goal)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(FORMS), st.data(), goals)
def test_programs_with_tokens_changed(form, data, goal):
    lex = plain_lexer()
    source = form.encode()
    _, starts, ends, _ = lex(source, 0, 0, 0)
    pieces = [source[start:end].decode("utf-8", "replace") for start, end in zip(starts, ends, strict=True)]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        how = data.draw(st.sampled_from(["drop", "insert", "swap", "cut"]))
        if how == "drop":
            pieces[at] = ""
        elif how == "insert":
            pieces.insert(at, data.draw(st.sampled_from(WORDS)))
        elif how == "swap":
            other = data.draw(st.integers(0, len(pieces) - 1))
            pieces[at], pieces[other] = pieces[other], pieces[at]
        else:
            del pieces[at + 1 :]
    check(" ".join(pieces).encode(), goal)
