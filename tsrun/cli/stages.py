"""--tokens, --ast and --bytecode: what each stage made of a source."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.cli import read_input
from tsrun.realm import Realm, syntax_error
from tsrun.syntax.node import Node
from tsrun.syntax.positions import Positions
from tsrun.tsconfig import config_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tsrun.cli.options import Options
    from tsrun.cli.output import Output

FIELD = object()
"""Stands for no node: the line of a field that has several."""


def show_stage(options: Options, output: Output) -> None:
    """Print the stage that the options ask for. Raises JSSyntaxError."""
    source, key, name = read_input(options)
    realm = Realm(profile=options.kernel, sink=output.message)
    realm.config = config_for(key)
    goal = "script" if options.script else "module"
    if options.action == "tokens":
        lines = tokens(realm, source, name)
    elif options.action == "ast":
        lines = tree(realm.parse(source, name, goal), Positions(source))
    else:
        lines = bytecode(realm, source, name, goal)
    for line in lines:
        output.line(line)


def tokens(realm: Realm, source: bytes, name: str) -> Iterator[str]:
    """A line per token: place, kind, text. The parser has the last word on what a / means, so it is asked too."""
    from tsrun.syntax.tokens import END, ERROR, ERROR_SHIFT, MESSAGES, TEXTS

    columns = realm.engine.lex(source, 0, 0, 0)
    positions = Positions(source)
    for kind, start, end, flags in zip(*columns, strict=True):
        if kind == ERROR:
            from tsrun.syntax.errors import SourceError

            raise syntax_error(SourceError(MESSAGES[flags >> ERROR_SHIFT], start, end), source, name)
        line, column = positions.line_column(start)
        text = "" if kind == END else source[start:end].decode("utf-8", "replace")
        shown = TEXTS[kind] if TEXTS[kind] != text else ""
        yield f"{line}:{column}".ljust(10) + f"{shown:<20} {text}".rstrip()


def tree(root: Node, positions: Positions) -> Iterator[str]:
    """A line per node and field, nested by indentation."""
    waiting: list[tuple[str, Any]] = [("", root)]
    while waiting:
        text, node = waiting.pop()
        if not isinstance(node, Node):
            yield text + ("" if node is FIELD else repr(node))
            continue
        line, column = positions.line_column(node.start)
        plain, nested = [], []
        for field in node._fields:
            value = getattr(node, field)
            several = isinstance(value, list | tuple)
            if isinstance(value, Node) or (several and any(isinstance(each, Node) for each in value)):
                nested.append((field, value))
            elif value is not None and not (several and not value):
                plain.append(f" {field}={value!r}")
        yield f"{text}{node.type}{''.join(plain)}  {line}:{column}"
        margin = " " * (len(text) - len(text.lstrip(" ")) + 2)
        for field, value in reversed(nested):
            if isinstance(value, Node):
                waiting.append((f"{margin}{field}: ", value))
            else:
                waiting += [(margin + "  ", each) for each in reversed(value)]
                waiting.append((f"{margin}{field}:", FIELD))


def bytecode(realm: Realm, source: bytes, name: str, goal: str) -> Iterator[str]:
    """The disassembly of the compiled unit."""
    from tsrun.compiler.disassemble import disassemble
    from tsrun.compiler.unit import decode

    unit, _ = realm.compile(source, name, goal)
    yield from disassemble(decode(unit)).rstrip("\n").split("\n")
