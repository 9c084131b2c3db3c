"""Calls: functions, methods, constructors, super(), templates with a tag, and the natives of the prelude."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import private
from tsrun.compiler.bindings import ACTIVE, NEW_TARGET
from tsrun.compiler.declarations import is_direct_eval, target_of
from tsrun.compiler.evals import direct_eval
from tsrun.compiler.generator import Generator, expression, operand_of
from tsrun.compiler.members import (
    is_super,
    key_operand,
    optional_link,
    static_key,
    super_value,
)
from tsrun.compiler.names import lookup, pseudo_into
from tsrun.compiler.opcodes import O
from tsrun.compiler.prelude_calls import native_call
from tsrun.compiler.private import is_private
from tsrun.compiler.texts import describe, describe_iterable
from tsrun.compiler.unit import TEMPLATE
from tsrun.syntax import ast


def begin_call(g: Generator, dst: int, at: int) -> int:
    """The registers of callee and `this`. If `dst` is the topmost temporary, the call works in place."""
    f = g.f
    base = dst if dst == f.top - 1 and dst not in f.locals else f.temporary(at)
    f.temporary(at)
    return base


@expression(ast.CallExpression)
def call(g: Generator, node: ast.CallExpression, dst: int) -> None:
    f = g.f
    top = f.top
    base = call_at_top(g, node, dst)
    f.move(dst, base, node.start)
    f.top = top


@operand_of(ast.CallExpression)
def call_operand(g: Generator, node: ast.CallExpression) -> int:
    register = g.temporary(node.start)
    g.expr(node, register)
    return register


def call_at_top(g: Generator, node: Any, dst: int) -> int:
    """Call; returns the register that has the result."""
    callee = node.callee
    if callee.__class__ is ast.Super:
        base = begin_call(g, dst, node.start)
        super_call(g, node, base)
        return base
    if g.internal and callee.__class__ is ast.Identifier and callee.name[0] == "$" and lookup(g, callee.name) is None:
        return native_call(g, node, begin_call(g, dst, node.start))
    base = begin_call(g, dst, node.start)
    if is_direct_eval(node):
        direct_eval(g, node, base)
        return base
    at = callee_with_this(g, callee, base)
    optional_link(g, node, base)
    arguments(g, node.arguments, base, O.call_method if at[1] else O.call, at[0], describe(callee), at[1])
    return base


def callee_with_this(g: Generator, callee: Any, base: int) -> tuple[int, bool]:
    """The function to call into r[base], its `this` into r[base+1] if it has one; where errors point, and whether."""
    callee = target_of(callee)
    if callee.__class__ is ast.ChainExpression and callee.expression.__class__ is ast.MemberExpression:
        return _chain_callee(g, callee, base)
    if callee.__class__ is not ast.MemberExpression:
        g.expr(callee, base)
        return callee.start, False
    at = callee.property.start
    top = g.f.top
    if is_super(callee):
        g.f.move(base + 1, super_value(g, callee, base), at)
        g.f.top = top
        return at, True
    if is_private(callee):
        g.expr(callee.object, base + 1)
        optional_link(g, callee, base + 1)
        private.get(g, base, base + 1, callee.property)     # type: ignore[arg-type]
        g.f.top = top
        return at, True
    name = static_key(callee)
    owner = _owner(g, callee, base)
    optional_link(g, callee, owner)
    if name is not None:
        g.emit(O.get_method, base, owner, g.site(name), at=at)
    else:
        g.emit(O.get_index_method, base, owner, key_operand(g, callee.property), at=at)
    g.f.top = top
    return at, True


def _owner(g: Generator, callee: Any, base: int) -> int:
    """The object of a method call: where it is if it is a local, else already in the place of `this`."""
    owner = target_of(callee.object)
    if owner.__class__ is ast.Identifier:
        binding = lookup(g, owner.name)
        if binding is not None and binding.register >= 0:
            return g.operand_before(owner, callee.property.start, callee.property.end)
    elif owner.__class__ is ast.ThisExpression:
        return g.operand(owner)
    g.expr(owner, base + 1)
    return base + 1


def _chain_callee(g: Generator, callee: Any, base: int) -> tuple[int, bool]:
    """`(a?.b)()`: the chain ends at the parentheses, but `this` goes through them."""
    from tsrun.compiler.builder import Label

    short, end = Label(), Label()
    outer, g.chain = g.chain, short
    result = callee_with_this(g, callee.expression, base)
    g.chain = outer
    g.f.jump(O.jump, end, at=callee.start)
    g.f.bind(short)
    g.emit(O.load_undefined, base, at=callee.start)
    g.emit(O.load_undefined, base + 1, at=callee.start)
    g.f.bind(end)
    return result


def arguments(g: Generator, items: Any, base: int, op: int, at: int, name: str, with_this: bool = True) -> None:
    """Arguments, then the call itself."""
    f = g.f
    if any(item.__class__ is ast.SpreadElement for item in items):
        if not with_this and op != O.new:
            g.emit(O.load_undefined, base + 1, at=at)
        array = f.temporary(at)
        array_of(g, items, array, at)
        if op == O.super_call:
            g.emit(O.super_spread, base, at=at)
        else:
            g.emit(O.new_spread if op == O.new else O.call_spread, base, 0, g.string(name), at=at)
        return
    for item in items:
        g.expr(item, f.temporary(item.start))
    g.emit(op, base, len(items), 0 if op == O.super_call else g.string(name), at=at)


def array_of(g: Generator, items: Any, dst: int, at: int) -> None:
    """An array of elements, spreads and holes into a register that may be written early."""
    f = g.f
    top = f.top
    count = 0
    for item in items:
        if item is None or item.__class__ is ast.SpreadElement or count >= _AT_ONCE:
            break
        g.expr(item, f.temporary(item.start))
        count += 1
    g.emit(O.new_array, dst, top if count else 0, count, at=at)
    f.top = top
    for item in items[count:]:
        if item is None:
            g.emit(O.array_hole, dst, at=at)
        elif item.__class__ is ast.SpreadElement:
            text = g.string(describe_iterable(item.argument))
            g.emit(O.array_spread, dst, g.operand(item.argument), text, at=item.start)
        else:
            g.emit(O.array_append, dst, g.operand(item), at=item.start)
        f.top = top


_AT_ONCE = 64
"""How many elements of an array literal are in registers at a time."""


@expression(ast.NewExpression)
def new(g: Generator, node: ast.NewExpression, dst: int) -> None:
    f = g.f
    top = f.top
    base = begin_call(g, dst, node.start)
    g.expr(node.callee, base)
    arguments(g, node.arguments, base, O.new, node.start, describe(node.callee))
    f.move(dst, base, node.start)
    f.top = top


def super_call(g: Generator, node: Any, base: int) -> None:
    """super(...): makes `this`, then runs the field initialisers of the class."""
    f = g.f
    top = f.top
    pseudo_into(g, NEW_TARGET, base + 1, node.start)
    pseudo_into(g, ACTIVE, base, node.start)
    arguments(g, node.arguments, base, O.super_call, node.start, "super")
    f.top = top
    from tsrun.compiler.classes import bind_this

    bind_this(g, base, node.start)


@expression(ast.TaggedTemplateExpression)
def tagged(g: Generator, node: ast.TaggedTemplateExpression, dst: int) -> None:
    f = g.f
    top = f.top
    base = begin_call(g, dst, node.start)
    at, with_this = callee_with_this(g, node.tag, base)
    quasis = node.quasi.quasis
    keys = g.unit.literal_keys
    first = len(keys)
    for quasi in quasis:
        keys.append(g.undefined_constant() if quasi.cooked is None else g.string(quasi.cooked))
    for quasi in quasis:
        keys.append(g.string(quasi.raw))
    g.unit.literals.append((TEMPLATE, first, 2 * len(quasis)))
    g.emit(O.template_object, f.temporary(at), 0, len(g.unit.literals) - 1, at=at)
    for item in node.quasi.expressions:
        g.expr(item, f.temporary(item.start))
    g.emit(O.call_method if with_this else O.call, base, 1 + len(node.quasi.expressions), g.string(describe(node.tag)),
           at=at)
    f.move(dst, base, node.start)
    f.top = top


