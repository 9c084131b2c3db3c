"""Operators: arithmetic, comparison, logic, and the jumps they become in conditions."""
from __future__ import annotations

from typing import Any

from tsrun.compiler.builder import Label
from tsrun.compiler.declarations import WRAPPERS, target_of
from tsrun.compiler.fold import NO_VALUE, binary, constant, truthy
from tsrun.compiler.generator import (
    Generator,
    condition_of,
    effect_of,
    expression,
    is_int16,
    is_int24,
    operand_of,
)
from tsrun.compiler.names import is_undefined, lookup
from tsrun.compiler.opcodes import O
from tsrun.compiler.private import private_in
from tsrun.syntax import ast

OPERATORS = {
    "+": O.add, "-": O.sub, "*": O.mul, "/": O.div, "%": O.mod, "**": O.exp, "&": O.bit_and, "|": O.bit_or,
    "^": O.bit_xor, "<<": O.shl, ">>": O.shr, ">>>": O.ushr, "==": O.equal, "!=": O.not_equal, "===": O.strict_equal,
    "!==": O.strict_not_equal, "<": O.less, "<=": O.less_equal, ">": O.greater, ">=": O.greater_equal,
    "instanceof": O.instanceof, "in": O.in_,
}
_WITH_CONSTANT = {
    "+": O.add_const, "-": O.sub_const, "*": O.mul_const, "/": O.div_const, "%": O.mod_const,
}
_WITH_INT = {
    "&": O.and_int, "|": O.or_int, "^": O.xor_int, "<<": O.shl_int, ">>": O.shr_int, ">>>": O.ushr_int,
}


# ---- constants


def load_constant(g: Generator, dst: int, value: Any, at: int) -> None:
    """A folded constant into a register."""
    if value is None:
        g.emit(O.load_undefined, dst, at=at)
    elif value is True or value is False:
        g.emit(O.load_true if value else O.load_false, dst, at=at)
    elif value.__class__ is str:
        g.load_string(dst, value, at)
    else:
        g.load_number(dst, value, at) if value == value else g.emit(  # noqa: PLR0124 NaN is no int
            O.load_const, dst, 0, g.number(value), at=at)


@expression(ast.NumericLiteral)
def number(g: Generator, node: ast.NumericLiteral, dst: int) -> None:
    value = node.value
    if -0x800000 <= value < 0x800000:
        g.load_number(dst, value, node.start)
    else:
        g.emit(O.load_const, dst, 0, g.number(value), at=node.start)


@expression(ast.StringLiteral)
def string(g: Generator, node: ast.StringLiteral, dst: int) -> None:
    g.load_string(dst, node.value, node.start)


@expression(ast.BooleanLiteral)
def boolean(g: Generator, node: ast.BooleanLiteral, dst: int) -> None:
    g.emit(O.load_true if node.value else O.load_false, dst, at=node.start)


@expression(ast.NullLiteral)
def null(g: Generator, node: ast.NullLiteral, dst: int) -> None:
    g.emit(O.load_null, dst, at=node.start)


@expression(*WRAPPERS)
def wrapped(g: Generator, node: Any, dst: int) -> None:
    g.expr(node.expression, dst)


@operand_of(*WRAPPERS)
def wrapped_operand(g: Generator, node: Any) -> int:
    return g.operand(node.expression)


@effect_of(*WRAPPERS)
def wrapped_effect(g: Generator, node: Any) -> None:
    g.effect(node.expression)


@condition_of(*WRAPPERS)
def wrapped_condition(g: Generator, node: Any, label: Label, sense: bool) -> None:
    g.condition(node.expression, label, sense)


@condition_of(ast.BooleanLiteral, ast.NumericLiteral, ast.StringLiteral)
def literal_condition(g: Generator, node: Any, label: Label, sense: bool) -> None:
    constant_condition(g, constant(node), label, sense, node.start)


def constant_condition(g: Generator, value: Any, label: Label, sense: bool, at: int) -> None:
    if truthy(value) == sense:
        g.f.jump(O.jump, label, at=at)


# ---- binary operators


@expression(ast.BinaryExpression)
def binary_expression(g: Generator, node: ast.BinaryExpression, dst: int) -> None:
    """A chain of operators along the left operands, from the innermost out."""
    chain: list[Any] = []
    leaf: Any = node
    while leaf.__class__ is ast.BinaryExpression and leaf.left.__class__ is not ast.PrivateIdentifier:
        chain.append(leaf)
        leaf = target_of(leaf.left)
    value = constant(leaf)
    while chain and value is not NO_VALUE:
        folded = binary(chain[-1].operator, value, constant(chain[-1].right))
        if folded is NO_VALUE:
            break
        value = folded
        chain.pop()
    if not chain:
        if value is NO_VALUE:
            private_in(g, leaf.left, leaf.right, dst)
        else:
            load_constant(g, dst, value, node.start)
        return
    f = g.f
    top = f.top
    if value is NO_VALUE:
        right = chain[-1].right
        left = g.operand_before(leaf, right.start, right.end)
    elif chain[-1].operator == "*" and value.__class__ is float:
        # A number times something is something times the number: nothing can see the order.
        current = chain.pop()
        left = f.temporary(node.start)
        inner = f.top
        g.emit(O.mul_const, left, g.operand(current.right), g.number(value), at=current.start)
        f.top = inner
        if not chain:
            f.code[-1] = f.code[-1] & ~(0xFFFF << 8) | dst << 8
    else:
        left = f.temporary(node.start)
        load_constant(g, left, value, node.start)
    while chain:
        current = chain.pop()
        if not chain or dst not in f.locals:
            target = dst
        elif left in f.locals:
            target = f.temporary(node.start)
        else:
            target = left
        inner = f.top
        operate(g, current.operator, target, left, current.right, current.start)
        f.top = inner
        left = target
    f.top = top


def operate(g: Generator, operator: str, target: int, left: int, right: Any, at: int) -> None:
    """r[target] = r[left] operator right, leaving temporaries behind."""
    value = constant(right)
    if value.__class__ is float:
        with_constant = _WITH_CONSTANT.get(operator)
        if with_constant is not None:
            g.emit(with_constant, target, left, g.number(value), at=at)
            return
        with_int = _WITH_INT.get(operator)
        if with_int is not None and is_int24_number(value):
            g.emit(with_int, target, left, int(value), at=at)
            return
    elif value.__class__ is str and operator == "+":
        g.emit(O.add_const, target, left, g.string(value), at=at)
        return
    g.emit(OPERATORS[operator], target, left, g.operand(right), at=at)


def is_int24_number(value: float) -> bool:
    return -0x800000 <= value < 0x800000 and is_int24(value)


# ---- comparisons that jump

_JUMPS = {
    "<": (O.jump_if_less, O.jump_unless_less, O.jump_if_less_int, O.jump_unless_less_int),
    "<=": (O.jump_if_less_equal, O.jump_unless_less_equal, O.jump_if_less_equal_int, O.jump_unless_less_equal_int),
    ">": (O.jump_if_greater, O.jump_unless_greater, O.jump_if_greater_int, O.jump_unless_greater_int),
    ">=": (O.jump_if_greater_equal, O.jump_unless_greater_equal, O.jump_if_greater_equal_int,
           O.jump_unless_greater_equal_int),
    "===": (O.jump_if_strict_equal, O.jump_unless_strict_equal, O.jump_if_strict_equal_int,
            O.jump_unless_strict_equal_int),
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "===": "==="}


@condition_of(ast.BinaryExpression)
def compare_and_jump(g: Generator, node: ast.BinaryExpression, label: Label, sense: bool) -> None:
    operator = node.operator
    if operator == "!==":
        operator, sense = "===", not sense
    f = g.f
    top = f.top
    jumps = _JUMPS.get(operator)
    if jumps is None and operator not in {"==", "!="}:
        register = f.temporary(node.start)
        g.expr(node, register)
        f.jump(O.jump_if_true if sense else O.jump_if_false, label, register, at=node.start)
    elif not _nullish_jump(g, node, label, sense):
        left, right = target_of(node.left), target_of(node.right)
        if jumps is None:
            register = f.temporary(node.start)
            g.expr(node, register)
            f.jump(O.jump_if_true if sense else O.jump_if_false, label, register, at=node.start)
        else:
            _jump_compared(g, operator, left, right, label, sense, node.start)
    f.top = top


def _jump_compared(g: Generator, operator: str, left: Any, right: Any, label: Label, sense: bool, at: int) -> None:
    first, second = constant(left), constant(right)
    f = g.f
    if first is not NO_VALUE and second is not NO_VALUE:
        value = binary(operator, first, second)
        if value is not NO_VALUE:
            constant_condition(g, value, label, sense, at)
            return
    if second.__class__ is float and is_int16_number(second):
        f.jump(_JUMPS[operator][3 - sense], label, g.operand(left), int(second), at=at)
    elif first.__class__ is float and is_int16_number(first):
        f.jump(_JUMPS[_MIRRORED[operator]][3 - sense], label, g.operand(right), int(first), at=at)
    else:
        a = g.operand_before(left, right.start, right.end)
        kept = f.preloaded
        b = kept[1] if kept is not None and kept[0] is right else g.operand(right)
        f.jump(_JUMPS[operator][1 - sense], label, a, b, at=at)


def is_int16_number(value: float) -> bool:
    return -0x8000 <= value < 0x8000 and is_int16(value)


def _nullish_jump(g: Generator, node: ast.BinaryExpression, label: Label, sense: bool) -> bool:
    """`x == null`, `x === undefined` and the like: one instruction. False if the comparison is none of these."""
    operator = node.operator
    f = g.f
    left, right = target_of(node.left), target_of(node.right)
    for here, other in ((right, left), (left, right)):
        undefined = is_undefined(g, here)
        if operator in {"==", "!="} and (undefined or here.__class__ is ast.NullLiteral):
            jump = O.jump_if_nullish if (operator == "==") == sense else O.jump_unless_nullish
        elif operator in {"===", "!=="} and undefined:
            # `sense` is already turned around for !==
            jump = O.jump_if_undefined if sense else O.jump_unless_undefined
        else:
            continue
        f.jump(jump, label, g.operand(other), at=node.start)
        return True
    return False


# ---- unary operators

_UNARY = {"-": O.neg, "+": O.plus, "~": O.bit_not, "!": O.not_, "typeof": O.typeof}


@expression(ast.UnaryExpression)
def unary(g: Generator, node: ast.UnaryExpression, dst: int) -> None:
    operator = node.operator
    argument = target_of(node.argument)
    value = constant(node) if node not in g.variable else NO_VALUE
    if value is not NO_VALUE:
        load_constant(g, dst, value, node.start)
        return
    if argument.__class__ is ast.UnaryExpression:
        g.variable.add(argument)            # asked once for a whole chain of operators
    if operator == "void":
        g.effect(argument)
        g.emit(O.load_undefined, dst, at=node.start)
    elif operator == "delete":
        from tsrun.compiler.members import delete

        delete(g, argument, dst, node.start)
    elif operator == "typeof" and argument.__class__ is ast.Identifier and lookup(g, argument.name) is None:
        g.emit(O.typeof_global, dst, 0, g.site(argument.name), at=node.start)
        g.emit(O.typeof, dst, dst, at=node.start)
    else:
        top = g.f.top
        g.emit(_UNARY[operator], dst, g.operand(argument), at=node.start)
        g.f.top = top


@effect_of(ast.UnaryExpression)
def unary_effect(g: Generator, node: ast.UnaryExpression) -> None:
    if node.operator in {"void", "!"}:
        g.effect(node.argument)
    else:
        top = g.f.top
        g.expr(node, g.temporary(node.start))
        g.f.top = top


@condition_of(ast.UnaryExpression)
def unary_condition(g: Generator, node: ast.UnaryExpression, label: Label, sense: bool) -> None:
    if node.operator == "!":
        g.condition(node.argument, label, not sense)
        return
    top = g.f.top
    register = g.fresh(node)
    g.f.jump(O.jump_if_true if sense else O.jump_if_false, label, register, at=node.start)
    g.f.top = top


# ---- && || ??

_SHORT = {"&&": O.jump_if_false, "||": O.jump_if_true, "??": O.jump_unless_nullish}
_GO_ON = {"&&": O.jump_if_true, "||": O.jump_if_false, "??": O.jump_if_nullish}


def _terms(node: Any) -> list[Any]:
    """The operands of a chain of one logical operator, in order."""
    operator = node.operator
    terms = []
    while node.__class__ is ast.LogicalExpression and node.operator == operator:
        terms.append(node.right)
        node = target_of(node.left)
    terms.append(node)
    return terms[::-1]


@expression(ast.LogicalExpression)
def logical(g: Generator, node: ast.LogicalExpression, dst: int) -> None:
    f = g.f
    end = Label()
    *terms, last = _terms(node)
    for term in terms:
        top = f.top
        if dst not in f.locals:
            g.expr(term, dst)
            f.jump(_SHORT[node.operator], end, dst, at=term.start)
        else:
            register = g.operand(term)
            if register == dst:
                f.jump(_SHORT[node.operator], end, dst, at=term.start)
            else:
                following = Label()
                f.jump(_GO_ON[node.operator], following, register, at=term.start)
                f.move(dst, register, term.start)
                f.jump(O.jump, end, at=term.start)
                f.bind(following)
        f.top = top
    g.expr(last, dst)
    f.bind(end)


@effect_of(ast.LogicalExpression)
def logical_effect(g: Generator, node: ast.LogicalExpression) -> None:
    f = g.f
    end = Label()
    *terms, last = _terms(node)
    for term in terms:
        if node.operator == "??":
            top = f.top
            f.jump(O.jump_unless_nullish, end, g.operand(term), at=term.start)
            f.top = top
        else:
            g.condition(term, end, node.operator == "||")
    g.effect(last)
    f.bind(end)


@condition_of(ast.LogicalExpression)
def logical_condition(g: Generator, node: ast.LogicalExpression, label: Label, sense: bool) -> None:
    f = g.f
    operator = node.operator
    if operator == "??":
        top = f.top
        register = g.fresh(node)
        f.jump(O.jump_if_true if sense else O.jump_if_false, label, register, at=node.start)
        f.top = top
        return
    terms = _terms(node)
    if (operator == "||") == sense:
        for term in terms:
            g.condition(term, label, sense)
        return
    *terms, last = terms
    skip = Label()
    for term in terms:
        g.condition(term, skip, not sense)
    g.condition(last, label, sense)
    f.bind(skip)


# ---- ?: and the comma


@expression(ast.ConditionalExpression)
def conditional(g: Generator, node: ast.ConditionalExpression, dst: int) -> None:
    f = g.f
    otherwise, end = Label(), Label()
    g.condition(node.test, otherwise, False)
    g.expr(node.consequent, dst)
    f.jump(O.jump, end, at=node.start)
    f.bind(otherwise)
    g.expr(node.alternate, dst)
    f.bind(end)


@effect_of(ast.ConditionalExpression)
def conditional_effect(g: Generator, node: ast.ConditionalExpression) -> None:
    f = g.f
    otherwise, end = Label(), Label()
    g.condition(node.test, otherwise, False)
    g.effect(node.consequent)
    f.jump(O.jump, end, at=node.start)
    f.bind(otherwise)
    g.effect(node.alternate)
    f.bind(end)


@condition_of(ast.ConditionalExpression)
def conditional_condition(g: Generator, node: ast.ConditionalExpression, label: Label, sense: bool) -> None:
    f = g.f
    otherwise, end = Label(), Label()
    g.condition(node.test, otherwise, False)
    g.condition(node.consequent, label, sense)
    f.jump(O.jump, end, at=node.start)
    f.bind(otherwise)
    g.condition(node.alternate, label, sense)
    f.bind(end)


@expression(ast.SequenceExpression)
def sequence(g: Generator, node: ast.SequenceExpression, dst: int) -> None:
    for item in node.expressions[:-1]:
        g.effect(item)
    g.expr(node.expressions[-1], dst)


@effect_of(ast.SequenceExpression)
def sequence_effect(g: Generator, node: ast.SequenceExpression) -> None:
    for item in node.expressions:
        g.effect(item)


@operand_of(ast.SequenceExpression)
def sequence_operand(g: Generator, node: ast.SequenceExpression) -> int:
    for item in node.expressions[:-1]:
        g.effect(item)
    return g.operand(node.expressions[-1])


@condition_of(ast.SequenceExpression)
def sequence_condition(g: Generator, node: ast.SequenceExpression, label: Label, sense: bool) -> None:
    for item in node.expressions[:-1]:
        g.effect(item)
    g.condition(node.expressions[-1], label, sense)
