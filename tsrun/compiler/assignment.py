"""Assignments of every form, ++ and --."""
from __future__ import annotations

from typing import Any

from tsrun.compiler.builder import Label
from tsrun.compiler.declarations import target_of
from tsrun.compiler.functions import named_value
from tsrun.compiler.generator import Generator, effect_of, expression, operand_of
from tsrun.compiler.members import primitive_key
from tsrun.compiler.names import assign, identifier_operand, local_target, lookup
from tsrun.compiler.opcodes import O
from tsrun.compiler.operators import operate
from tsrun.compiler.patterns import ASSIGN, KEYED_MEMBER, NAME, Target, destructure, fetch, put, reference
from tsrun.syntax import ast

_SHORT = {"&&=": O.jump_if_false, "||=": O.jump_if_true, "??=": O.jump_unless_nullish}
_PATTERNS: frozenset[Any] = frozenset({ast.ObjectPattern, ast.ArrayPattern})


def assignment_value(g: Generator, node: ast.AssignmentExpression, wanted: bool) -> int:
    """Carry out an assignment; the register of its value (-1 if that is not wanted)."""
    left = target_of(node.left)
    operator = node.operator
    if left.__class__ in _PATTERNS:
        value = g.operand_before(node.right, left.start, left.end)
        destructure(g, left, value, ASSIGN, node.right)
        return value
    if left.__class__ is ast.Identifier:
        if operator == "=":
            return _assign_name(g, left, node.right)
        if operator in _SHORT:
            return _assign_name_if(g, left, node)
        return _compound_name(g, left, node)
    target = reference(g, left, node.right.start, node.right.end)
    if operator == "=":
        value = g.operand(node.right)
        put(g, target, value)
        return value
    result = g.temporary(node.start)
    _fix_key(g, target)
    fetch(g, target, result)
    if operator in _SHORT:
        end = Label()
        g.f.jump(_SHORT[operator], end, result, at=node.start)
        named_value(g, node.right, None, result)
        put(g, target, result)
        g.f.bind(end)
    else:
        top = g.f.top
        operate(g, operator[:-1], result, result, node.right, node.start)
        g.f.top = top
        put(g, target, result)
    return result if wanted else -1


def _fix_key(g: Generator, target: Target) -> None:
    """Convert a computed key once, as it is used twice."""
    if target.kind == KEYED_MEMBER and not primitive_key(g, target.node.property):
        key = target.key
        at = target.node.property.start
        if key in g.f.locals:
            key = g.temporary(target.node.start)
        # Of null or undefined nothing can be read, and that error comes before those of converting the key.
        readable = Label()
        g.f.jump(O.jump_unless_nullish, readable, target.owner, at=at)
        g.emit(O.get_index, key, target.owner, target.key, at=at)
        g.f.bind(readable)
        g.emit(O.to_property_key, key, target.key, at=at)
        target.key = key


def _name_for(left: ast.Identifier) -> str | None:
    return None if left.parenthesized else left.name


def _assign_name(g: Generator, left: ast.Identifier, right: Any) -> int:
    local = local_target(g, left.name)
    if local >= 0:
        named_value(g, right, _name_for(left), local)
        return local
    value = _named_operand(g, right, _name_for(left))
    assign(g, left.name, value, left.start)
    return value


def _named_operand(g: Generator, node: Any, name: str | None) -> int:
    if target_of(node).__class__ in _NAMEABLE:
        register = g.temporary(node.start)
        named_value(g, node, name, register)
        return register
    return g.operand(node)


_NAMEABLE: frozenset[Any] = frozenset({ast.FunctionExpression, ast.ArrowFunctionExpression, ast.ClassExpression})


def _assign_name_if(g: Generator, left: ast.Identifier, node: ast.AssignmentExpression) -> int:
    """`a &&= b`, `a ||= b`, `a ??= b`."""
    end = Label()
    local = local_target(g, left.name)
    jump = _SHORT[node.operator]
    if local >= 0:
        g.f.jump(jump, end, local, at=node.start)
        named_value(g, node.right, _name_for(left), local)
        g.f.bind(end)
        return local
    value = g.temporary(node.start)
    g.expr(left, value)
    g.f.jump(jump, end, value, at=node.start)
    named_value(g, node.right, _name_for(left), value)
    assign(g, left.name, value, left.start)
    g.f.bind(end)
    return value


def _compound_name(g: Generator, left: ast.Identifier, node: ast.AssignmentExpression) -> int:
    operator = node.operator[:-1]
    right = node.right
    local = local_target(g, left.name)
    if local >= 0:
        top = g.f.top
        operand = g.operand_before(left, right.start, right.end)
        operate(g, operator, local, operand, right, node.start)
        g.f.top = top
        return local
    result = g.temporary(node.start)
    top = g.f.top
    operand = g.operand_before(left, right.start, right.end)
    operate(g, operator, result, operand, right, node.start)
    g.f.top = top
    assign(g, left.name, result, left.start)
    return result


@expression(ast.AssignmentExpression)
def assignment(g: Generator, node: ast.AssignmentExpression, dst: int) -> None:
    top = g.f.top
    left = target_of(node.left)
    if node.operator == "=" and left.__class__ is ast.MemberExpression and dst not in g.f.locals:
        target = reference(g, left, node.right.start, node.right.end)
        g.expr(node.right, dst)
        put(g, target, dst)
    else:
        g.f.move(dst, assignment_value(g, node, True), node.start)
    g.f.top = top


@operand_of(ast.AssignmentExpression)
def assignment_operand(g: Generator, node: ast.AssignmentExpression) -> int:
    left = target_of(node.left)
    if left.__class__ is ast.Identifier:
        local = local_target(g, left.name)
        if local >= 0:
            top = g.f.top
            assignment_value(g, node, True)
            g.f.top = top
            return local
    register = g.temporary(node.start)
    g.expr(node, register)
    return register


@effect_of(ast.AssignmentExpression)
def assignment_effect(g: Generator, node: ast.AssignmentExpression) -> None:
    top = g.f.top
    assignment_value(g, node, False)
    g.f.top = top


# ---- ++ and --


def _local_of_update(g: Generator, argument: Any) -> int:
    return local_target(g, argument.name) if argument.__class__ is ast.Identifier else -1


@effect_of(ast.UpdateExpression)
def update_effect(g: Generator, node: ast.UpdateExpression) -> None:
    argument = target_of(node.argument)
    op = O.inc if node.operator == "++" else O.dec
    local = _local_of_update(g, argument)
    if local >= 0:
        g.emit(op, local, local, at=node.start)
        return
    top = g.f.top
    target = _update_target(g, argument)
    value = g.temporary(node.start)
    g.emit(op, value, _old_value(g, target, value), at=node.start)
    put(g, target, value)
    g.f.top = top


def _update_target(g: Generator, argument: Any) -> Target:
    target = reference(g, argument, argument.end, argument.end)
    if target.kind != NAME:
        _fix_key(g, target)
    return target


def _old_value(g: Generator, target: Target, value: int) -> int:
    """The value before; in register `value`, unless it is a local's."""
    if target.kind == NAME:
        binding = lookup(g, target.name)
        if binding is not None and binding.register >= 0:
            return identifier_operand(g, target.node)
        g.expr(target.node, value)
    else:
        fetch(g, target, value)
    return value


@expression(ast.UpdateExpression)
def update(g: Generator, node: ast.UpdateExpression, dst: int) -> None:
    f = g.f
    top = f.top
    argument = target_of(node.argument)
    op = O.inc if node.operator == "++" else O.dec
    local = _local_of_update(g, argument)
    if node.prefix:
        if local >= 0:
            g.emit(op, local, local, at=node.start)
            f.move(dst, local, node.start)
        else:
            target = _update_target(g, argument)
            value = f.temporary(node.start) if dst in f.locals else dst
            g.emit(op, value, _old_value(g, target, value), at=node.start)
            put(g, target, value)
            f.move(dst, value, node.start)
    elif local >= 0:
        value = f.temporary(node.start) if dst == local else dst
        g.emit(O.to_numeric, value, local, at=node.start)
        g.emit(op, local, value, at=node.start)
        f.move(dst, value, node.start)
    else:
        target = _update_target(g, argument)
        old = f.temporary(node.start) if dst in f.locals else dst
        new = f.temporary(node.start)
        g.emit(O.to_numeric, old, _old_value(g, target, old), at=node.start)
        g.emit(op, new, old, at=node.start)
        put(g, target, new)
        f.move(dst, old, node.start)
    f.top = top


@operand_of(ast.UpdateExpression)
def update_operand(g: Generator, node: ast.UpdateExpression) -> int:
    if node.prefix:
        local = _local_of_update(g, target_of(node.argument))
        if local >= 0:
            g.emit(O.inc if node.operator == "++" else O.dec, local, local, at=node.start)
            return local
    register = g.temporary(node.start)
    g.expr(node, register)
    return register

