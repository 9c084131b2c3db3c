"""Every form of the syntax against the tree it must give: `parser_forms/*.txt`.

A case is source text and, in lines that begin with `= `, its statements as trees; cases are separated by an empty line.
`python tests/unit/test_parser_forms.py` writes the trees anew, for a change to be read in the diff.
"""

from __future__ import annotations

import pathlib

import pytest

from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.dump import expression_text, tree_lines
from tsrun.syntax.node import walk
from tsrun.syntax.parser import parse

FORMS = pathlib.Path(__file__).parent / "parser_forms"


def cases(path):
    for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        lines = block.split("\n")
        source = "\n".join(line for line in lines if not line.startswith("= "))
        yield source, [line[2:] for line in lines if line.startswith("= ")]


def trees(source, goal="module"):
    return [expression_text(statement) for statement in parse(source.encode(), lex=plain_lexer(), goal=goal).body]


ALL = [
    pytest.param(source, expected, id=f"{path.stem}-{number}")
    for path in sorted(FORMS.glob("*.txt"))
    for number, (source, expected) in enumerate(cases(path))
]


@pytest.mark.parametrize(("source", "expected"), ALL)
def test_form(source, expected):
    assert trees(source) == expected


@pytest.mark.parametrize(("source", "expected"), ALL)
def test_ranges_nest(source, expected):
    data = source.encode()
    program = parse(data, lex=plain_lexer())
    assert (program.start, program.end) == (0, len(data))
    for node in walk(program):
        assert 0 <= node.start <= node.end <= len(data), node
        assert node.type in {"Program", "TemplateElement"} or node.start < node.end, node


def test_a_range_is_the_text_of_the_node():
    source = "let ä = (f(x) + /* c */ g . h), y: Array<A<B>> = [1,];"
    data = source.encode()
    texts = {
        (node.type, data[node.start : node.end].decode()) for node in walk(parse(data, lex=plain_lexer()))
    }
    for expected in (
        ("VariableDeclaration", source),
        ("VariableDeclarator", "ä = (f(x) + /* c */ g . h)"),
        ("BinaryExpression", "f(x) + /* c */ g . h"),
        ("CallExpression", "f(x)"),
        ("MemberExpression", "g . h"),
        ("Identifier", "y: Array<A<B>>"),
        ("TSTypeReference", "A<B>"),
        ("TSTypeParameterInstantiation", "<A<B>>"),
        ("ArrayExpression", "[1,]"),
    ):
        assert expected in texts


def test_script_goal_lets_await_be_a_name():
    assert trees("await = 1; function f(await) { await: for (;;) break await }", goal="script")[0] == (
        '(ExpressionStatement (AssignmentExpression "=" await 1))'
    )


def test_hashbang_and_byte_order_mark_are_skipped():
    for start in ("#!/usr/bin/env tsrun\n", "\ufeff", "\ufeff#!x\n"):
        assert trees(start + "a") == ["(ExpressionStatement a)"]


def test_directives_are_marked():
    program = parse(b"'use strict'; \"a\\x41\"; 'b' + 1; 'c'", lex=plain_lexer())
    assert [getattr(statement, "directive", None) for statement in program.body] == ["use strict", "a\\x41", None, None]


def test_line_terminators_of_every_kind_end_a_statement():
    for end in ("\n", "\r", "\r\n", "\u2028", "\u2029", "/*\n*/", "// c\n"):
        assert len(trees(f"a{end}b")) == 2


def test_tree_lines_show_positions():
    source = b"let a = f(1)"
    assert list(tree_lines(parse(source, lex=plain_lexer()), source)) == [
        'Program sourceType="module"  1:1',
        "  body:",
        '    - VariableDeclaration kind="let"  1:1',
        "      declarations:",
        "        - VariableDeclarator  1:5",
        '          id: Identifier name="a"  1:5',
        "          init: CallExpression  1:9",
        '            callee: Identifier name="f"  1:9',
        "            arguments:",
        "              - NumericLiteral 1  1:11",
    ]


def main() -> None:
    for path in FORMS.glob("*.txt"):
        blocks = [source + "".join(f"\n= {tree}" for tree in trees(source)) for source, _ in cases(path)]
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
