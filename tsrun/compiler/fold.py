"""Values of constant expressions, with the results JavaScript gives.

A constant here is a Python float, str, bool, or None for undefined; NO_VALUE says that the expression is not constant.
"""
from __future__ import annotations

import math
from typing import Any

from tsrun.compiler.declarations import target_of
from tsrun.syntax import ast

NO_VALUE: Any = object()
_DEEPEST = 32
"""Operators within operands within operands that are folded."""
_LONGEST = 1 << 16
"""Strings are not folded beyond this length."""


def constant(node: Any, levels: int = _DEEPEST) -> Any:
    """The value of a constant expression made of literals, or NO_VALUE.

    levels: how deep it may be nested. Each operand of what is not constant is asked again, with all that is in it.
    """
    node = target_of(node)
    cls = node.__class__
    if cls is ast.NumericLiteral:
        return float(node.value)
    if cls is ast.StringLiteral or cls is ast.BooleanLiteral:
        return node.value
    if cls is ast.UnaryExpression:
        return _unary(node, levels - 1) if levels else NO_VALUE
    if cls is ast.BinaryExpression:
        return _chain(node, levels - 1) if levels else NO_VALUE
    if cls is ast.TemplateLiteral and not node.expressions:
        return node.quasis[0].cooked
    return NO_VALUE


def _unary(node: ast.UnaryExpression, levels: int) -> Any:
    if node.operator in {"typeof", "delete"}:
        return NO_VALUE
    value = constant(node.argument, levels)
    if value is NO_VALUE:
        return NO_VALUE
    if node.operator == "void":
        return None
    if node.operator == "!":
        return not truthy(value)
    if value.__class__ is not float:
        return NO_VALUE
    if node.operator == "-":
        return -value
    if node.operator == "~":
        return float(~to_int32(value))
    return value


def _chain(node: Any, levels: int) -> Any:
    rights = []
    while node.__class__ is ast.BinaryExpression:
        rights.append((node.operator, node.right))
        node = target_of(node.left)
    value = constant(node, levels)
    for operator, right in reversed(rights):
        if value is NO_VALUE:
            return NO_VALUE
        value = binary(operator, value, constant(right, levels))
    return value


def truthy(value: Any) -> bool:
    return bool(value) and value == value  # noqa: PLR0124 NaN is false


def binary(operator: str, left: Any, right: Any) -> Any:
    """The result of an operator on two constants, or NO_VALUE."""
    if left.__class__ is float and right.__class__ is float:
        operation = _ARITHMETIC.get(operator)
        return operation(left, right) if operation is not None else NO_VALUE
    if operator == "+" and left.__class__ is str and right.__class__ is str and len(left) + len(right) < _LONGEST:
        return _join(left, right)
    return NO_VALUE


def _join(left: str, right: str) -> str:
    """Halves of a surrogate pair that meet become one character."""
    if left and right and "\ud800" <= left[-1] <= "\udbff" and "\udc00" <= right[0] <= "\udfff":
        return (left + right).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return left + right


def to_int32(value: float) -> int:
    if not math.isfinite(value):
        return 0
    bits = int(value) & 0xFFFFFFFF
    return bits - (1 << 32) if bits >> 31 else bits


def to_uint32(value: float) -> int:
    return int(value) & 0xFFFFFFFF if math.isfinite(value) else 0


def _divide(left: float, right: float) -> float:
    if right == 0:
        if left == 0 or left != left:  # noqa: PLR0124 the test for NaN
            return math.nan
        return math.copysign(math.inf, left) * math.copysign(1.0, right)
    return left / right


def _remainder(left: float, right: float) -> float:
    if right == 0 or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.fmod(left, right)


def _power(left: float, right: float) -> Any:
    """Integers only, where every way to compute the power gives the same."""
    if left == int_or_nan(left) and right == int_or_nan(right) and 0 <= right <= 1023 and abs(left) < 1 << 53:
        exact = int(left) ** int(right)
        if abs(exact) <= 1 << 53 and (left != 0 or right == 0):
            return float(exact)
    return NO_VALUE


def int_or_nan(value: float) -> float:
    return float(int(value)) if math.isfinite(value) else math.nan


_ARITHMETIC: dict[str, Any] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "%": _remainder,
    "**": _power,
    "|": lambda a, b: float(to_int32(a) | to_int32(b)),
    "&": lambda a, b: float(to_int32(a) & to_int32(b)),
    "^": lambda a, b: float(to_int32(a) ^ to_int32(b)),
    "<<": lambda a, b: float(to_int32(float(to_int32(a) << (to_uint32(b) & 31)))),
    ">>": lambda a, b: float(to_int32(a) >> (to_uint32(b) & 31)),
    ">>>": lambda a, b: float(to_uint32(a) >> (to_uint32(b) & 31)),
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "===": lambda a, b: a == b,
    "!==": lambda a, b: a != b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
