"""Tokens and syntax trees as text: what `tsrun --tokens` and `tsrun --ast` print, and what tests compare."""
# ruff: noqa: SLF001 the field tables belong to all of the front end; their names are Python's own in `ast`
from __future__ import annotations


from tsrun.syntax.ast import (
    BigIntLiteral,
    BooleanLiteral,
    Identifier,
    Node,
    NullLiteral,
    NumericLiteral,
    PrivateIdentifier,
    RegExpLiteral,
    StringLiteral,
)
from tsrun.syntax.positions import Positions
from tsrun.syntax.tokens import ERROR, ERROR_SHIFT, ESCAPED, MESSAGES, NEWLINE_BEFORE, TEXTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from collections.abc import Iterator

    from tsrun.syntax.columns import Columns

_LEAVES = (StringLiteral, NumericLiteral, BigIntLiteral, BooleanLiteral, NullLiteral, RegExpLiteral, PrivateIdentifier)


def token_lines(source: bytes, columns: Columns) -> Iterator[str]:
    """A line a token: position, kind, text, flags."""
    positions = Positions(source)
    for kind, start, end, flags in zip(*columns, strict=True):
        line, column = positions.line_column(start)
        text = source[start:end].decode("utf-8", "replace")
        if kind == ERROR:
            notes = [MESSAGES[flags >> ERROR_SHIFT]]
        else:
            notes = [name for bit, name in ((NEWLINE_BEFORE, "newline before"), (ESCAPED, "escaped")) if flags & bit]
        yield f"{line}:{column}\t{TEXTS[kind]}\t{text!r}" + ("\t" + ", ".join(notes) if notes else "")


def _leaf(node: Node) -> str | None:
    """The text of a node that is one token."""
    if isinstance(node, Identifier):
        plain = node.typeAnnotation is None and not node.optional and not node.decorators and not node.parenthesized
        return node.name if plain else None
    if isinstance(node, StringLiteral):
        return quoted(node.value)
    if isinstance(node, NumericLiteral):
        return repr(int(node.value)) if node.value.is_integer() and node.value < 1e21 else repr(node.value)
    if isinstance(node, BigIntLiteral):
        return f"{node.value}n"
    if isinstance(node, BooleanLiteral):
        return "true" if node.value else "false"
    if isinstance(node, NullLiteral):
        return "null"
    if isinstance(node, RegExpLiteral):
        return f"/{node.pattern}/{node.flags}"
    if isinstance(node, PrivateIdentifier):
        return f"#{node.name}"
    return None


def quoted(text: str) -> str:
    """A string in double quotes, what is not printable ASCII escaped as in Python."""
    return '"' + text.encode("unicode_escape").decode("ascii").replace('"', '\\"') + '"'


def _plain(value: Any) -> str:
    return quoted(value) if value.__class__ is str else str(value)


def expression_text(node: Node | None) -> str:
    """A tree on one line: `(Type required-fields... :flag optional=field)`; leaves as in the source.

    What is absent prints as `-` where the field is required and not at all where it has a default.
    """
    if node is None:
        return "-"
    leaf = _leaf(node)
    if leaf is not None:
        return leaf
    parts = [node.type]
    defaults = type(node)._defaults
    for field in node._fields:
        value = getattr(node, field)
        optional = field in defaults
        if optional and (value == defaults[field] or value == []):
            continue
        if value is True or value is False:
            if value:
                parts.append(f":{field.rstrip('_')}")
            continue
        if isinstance(value, Node) or value is None:
            text = expression_text(value)
        elif isinstance(value, list | tuple):
            text = "[" + " ".join(expression_text(item) for item in value) + "]"
        else:
            text = _plain(value)
        parts.append(f"{field}={text}" if optional else text)
    return f"({' '.join(parts)})"


def tree_lines(node: Node, source: bytes | None = None) -> Iterator[str]:
    """A tree as indented lines, each node with its position if the source is given."""
    positions = Positions(source) if source is not None else None
    stack: list[tuple[int, str, Any]] = [(0, "", node)]
    while stack:
        depth, label, value = stack.pop()
        indent = "  " * depth + label
        if isinstance(value, Node):
            where = ""
            if positions is not None:
                line, column = positions.line_column(value.start)
                where = f"  {line}:{column}"
            leaf = _leaf(value) if isinstance(value, _LEAVES) else None
            scalars = "" if leaf is None else f" {leaf}"
            nested = []
            for field in value._fields if leaf is None else ():
                inner = getattr(value, field)
                if field in value._children and inner is not None and not isinstance(inner, str):
                    if inner or isinstance(inner, Node):
                        nested.append((depth + 1, f"{field}: ", inner))
                elif inner is not None and inner is not False:
                    scalars += f" {field.rstrip('_')}" if inner is True else f" {field}={_plain(inner)}"
            stack.extend(reversed(nested))
            yield f"{indent}{value.type}{scalars}{where}"
        elif value is None:
            yield f"{indent}-"
        else:
            yield indent.rstrip()
            stack.extend((depth + 1, "- ", item) for item in reversed(value))
