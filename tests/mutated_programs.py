"""The script tests with something in them exchanged: expressions, statements and members by others of their kind.

What comes out mostly parses, and does things that nobody thought of. As with `odd_programs`, nothing is tested but that
the engine stays sound; the same seed gives the same program as long as the scripts stay as they are.
"""

from __future__ import annotations

import functools
import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tsrun.syntax.ast import Program
    from tsrun.syntax.node import Node

SCRIPTS = Path(__file__).parent / "scripts"
LEFT_OUT = ("limits",)
"""Folders whose scripts are about using up memory or time."""
DIFFERENT = 0.15
"""How often what is put in comes from another script."""
Span = tuple[int, int]
Parts = dict[str, list[Span]]


@functools.cache
def sources() -> list[bytes]:
    """The texts of the scripts, those that belong to others left out."""
    files = sorted(SCRIPTS.rglob("*.ts"))
    return [
        file.read_bytes()
        for file in files
        if not any(part.startswith("_") or part in LEFT_OUT for part in file.relative_to(SCRIPTS).parts)
    ]


@functools.cache
def parser() -> Callable[[bytes], Program]:
    """A parser, whose lexer is that of a realm of its own."""
    from tsrun.realm import Realm
    from tsrun.syntax.parser import parse

    engine = Realm(sink=lambda *_: None).engine
    return lambda source: parse(source, lex=engine.lex, goal="module")


@functools.cache
def parts(number: int) -> Parts:
    """Where the parts of a script are, by kind; nothing of one that does not parse."""
    from tsrun.syntax.errors import SourceError
    from tsrun.syntax.node import walk

    found: Parts = {}
    try:
        program = parser()(sources()[number])
    except SourceError:
        return found
    for node in walk(program):
        kind = kind_of(node)
        if kind and node.end > node.start:
            found.setdefault(kind, []).append((node.start, node.end))
    return found


def kind_of(node: Node) -> str:
    """What a node can be exchanged for: others of the same word; empty where it has to stay."""
    from tsrun.syntax.node import Expression, Statement, TypeNode

    if isinstance(node, TypeNode) or node.type in {"Program", "TemplateElement"}:
        return ""
    if node.type == "Identifier":
        return "name"
    if node.type in {"NumericLiteral", "StringLiteral", "Literal"}:
        return "literal"
    if isinstance(node, Expression):
        return "expression"
    if isinstance(node, Statement):
        return "statement"
    return node.type


def program(seed: int) -> str:
    """The program of a seed."""
    chosen = random.Random(seed)
    number = chosen.randrange(len(sources()))
    text = sources()[number]
    own = parts(number)
    changes: list[tuple[int, int, bytes]] = []
    for _ in range(chosen.choice((1, 2, 3, 5, 8))):
        kind = chosen.choice([*own] or [""])
        if not kind:
            break
        start, end = chosen.choice(own[kind])
        if any(start < other_end and other_start < end for other_start, other_end, _ in changes):
            continue
        changes.append((start, end, _other(chosen, number, kind)))
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text.decode("utf-8", "replace")


def _other(chosen: random.Random, number: int, kind: str) -> bytes:
    """The text of a part of some kind, from the same script or another one."""
    other = chosen.randrange(len(sources())) if chosen.random() < DIFFERENT else number
    found = parts(other).get(kind) or parts(number)[kind]
    if not parts(other).get(kind):
        other = number
    start, end = chosen.choice(found)
    text = sources()[other][start:end]
    if kind == "expression":
        return b"(" + text + b")"
    return b"{ " + text + b" }" if kind == "statement" and chosen.random() < 0.3 else text
