"""The text of an expression as error messages quote it: "a.b[(i + 1)] is not a function".

V8 prints the expression from its syntax tree and so do we, with its words: calls lose their arguments, and what it has
no text for is an "(intermediate value)".
"""
from __future__ import annotations

import re
from typing import Any

from tsrun.compiler.declarations import WRAPPERS, target_of
from tsrun.compiler.numbers import number_to_string
from tsrun.syntax import ast

_MODIFIERS = re.compile(rb"(?:\s|//[^\n]*|/\*.*?\*/)*\b(?:static|public|protected|private|override)\b", re.DOTALL)
_SPACE = re.compile(rb"(?:\s|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_UNKNOWN = "(intermediate value)"
_MOST_LINKS = 40
_DEEPEST = 6
_LONGEST = 200


def describe(node: Any) -> str:
    """The text of an expression, cut off where it gets long."""
    text = _text(node, 0)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "..."


def describe_iterable(node: Any) -> str:
    """What stands before " is not iterable"."""
    inner = target_of(node)
    if inner.__class__ is ast.CallExpression:
        return describe(inner.callee) + " is not a function or its return value"
    return describe(inner)


def _text(node: Any, depth: int) -> str:
    """A chain of properties and calls, read from its end."""
    if depth > _DEEPEST:
        return _UNKNOWN
    parts: list[str] = []
    while len(parts) < _MOST_LINKS:
        cls = node.__class__
        if cls in WRAPPERS or cls is ast.ChainExpression:
            node = node.expression
        elif cls is ast.MemberExpression:
            parts.append(_link(node, depth))
            node = node.object
        elif cls is ast.CallExpression:
            parts.append("?.(...)" if node.optional else "(...)")
            node = node.callee
        else:
            parts.append(_leaf(node, depth))
            return "".join(reversed(parts))
    return _UNKNOWN + "".join(reversed(parts))


def _link(node: Any, depth: int) -> str:
    key = node.property
    dot = "?." if node.optional else "."
    if key.__class__ is ast.PrivateIdentifier:
        return f"{'?.' if node.optional else ''}[#{key.name}]"
    if not node.computed:
        return dot + str(getattr(key, "name", ""))
    if key.__class__ is ast.StringLiteral:
        return dot + str(key.value)
    if key.__class__ is ast.TemplateLiteral and not key.expressions:
        return dot + str(key.quasis[0].cooked)
    return f"{'?.' if node.optional else ''}[{_text(key, depth + 1)}]"


def _leaf(node: Any, depth: int) -> str:
    printer = _LEAVES.get(node.__class__)
    return printer(node, depth + 1) if printer is not None else _UNKNOWN


def _unary(node: Any, depth: int) -> str:
    space = " " if node.operator.isalpha() else ""
    return f"({node.operator}{space}{_text(node.argument, depth)})"


def _binary(node: Any, depth: int) -> str:
    return f"({_text(node.left, depth)} {node.operator} {_text(node.right, depth)})"


def _update(node: Any, depth: int) -> str:
    inner = _text(node.argument, depth)
    return f"({node.operator}{inner})" if node.prefix else f"({inner}{node.operator})"


def _array(node: Any, depth: int) -> str:
    shown = [_text(item, depth) if item is not None else "" for item in node.elements[:_MOST_LINKS]]
    return "[" + ",".join(shown) + "]"


def _spread(node: Any, depth: int) -> str:
    return f"(...{_text(node.argument, depth)})"


def _sequence(node: Any, depth: int) -> str:
    return "(" + " , ".join(_text(item, depth) for item in node.expressions[:_MOST_LINKS]) + ")"


_LEAVES: dict[type, Any] = {
    ast.Identifier: lambda node, _: node.name,
    ast.ThisExpression: lambda _node, _: "this",
    ast.StringLiteral: lambda node, _: f'"{node.value}"',
    ast.TemplateLiteral: lambda node, _: _UNKNOWN if node.expressions else f'"{node.quasis[0].cooked}"',
    ast.NumericLiteral: lambda node, _: number_to_string(node.value),
    ast.BooleanLiteral: lambda node, _: "true" if node.value else "false",
    ast.NullLiteral: lambda _node, _: "null",
    ast.UnaryExpression: _unary,
    ast.BinaryExpression: _binary,
    ast.LogicalExpression: _binary,
    ast.UpdateExpression: _update,
    ast.AssignmentExpression: lambda node, depth: _text(node.left, depth),
    ast.ArrayExpression: _array,
    ast.SpreadElement: _spread,
    ast.SequenceExpression: _sequence,
    ast.ObjectExpression: lambda node, _: "{(intermediate value)}" if node.properties else "{}",
    ast.NewExpression: lambda _node, _: _UNKNOWN,
}


def method_text(node: Any, source: bytes) -> Any:
    """The part of a class member that is the text of its function: without decorators and modifiers."""
    if not (node.static or node.accessibility or node.override or node.decorators):
        return node
    at = node.decorators[-1].end if node.decorators else node.start
    while True:
        found = _MODIFIERS.match(source, at)
        if found is None or found.end() > node.key.start:
            break
        at = found.end()
    space = _SPACE.match(source, at)
    return ast.EmptyStatement(space.end() if space is not None else at, node.end)
