"""Property access: reading, deleting, optional chains, `super`."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import private
from tsrun.compiler.bindings import HOME, THIS
from tsrun.compiler.builder import Label
from tsrun.compiler.declarations import is_primitive, target_of
from tsrun.compiler.fold import NO_VALUE
from tsrun.compiler.generator import Generator, effect_of, expression, is_index, operand_of
from tsrun.compiler.names import lookup, pseudo_into
from tsrun.compiler.opcodes import O
from tsrun.compiler.operators import load_constant
from tsrun.compiler.private import is_private
from tsrun.heap.layout import E_REFERENCE_ERROR
from tsrun.syntax import ast


def static_key(node: Any) -> str | None:
    """The key of a member expression if it is a string known now and no array index."""
    key = node.property
    if not node.computed:
        name: str = key.name
        return name
    if key.__class__ is ast.StringLiteral and not is_index(key.value):
        text: str = key.value
        return text
    return None


def is_super(node: Any) -> bool:
    return node.__class__ is ast.MemberExpression and node.object.__class__ is ast.Super


@expression(ast.MemberExpression)
def member(g: Generator, node: Any, dst: int) -> None:
    f = g.f
    top = f.top
    if node.object.__class__ is ast.Super:
        super_value(g, node, dst)
        f.top = top
        return
    if is_private(node):
        owner = g.operand(node.object)
        optional_link(g, node, owner)
        private.get(g, dst, owner, node.property)
        f.top = top
        return
    key_name = static_key(node)
    if key_name is not None:
        value = enum_member(g, node.object, key_name) if g.const_enums else NO_VALUE
        if value is not NO_VALUE:
            load_constant(g, dst, value, node.start)
            return
        owner = g.operand(node.object)
        optional_link(g, node, owner)
        get_named(g, dst, owner, key_name, node.property.start)
    else:
        owner = g.operand_before(node.object, node.property.start, node.property.end)
        optional_link(g, node, owner)
        g.emit(O.get_index, dst, owner, key_operand(g, node.property), at=node.property.start)
    f.top = top


def enum_member(g: Generator, owner: Any, key: str) -> Any:
    """The value of `E.key` where E is a const enum that is known by now."""
    owner = target_of(owner)
    binding = lookup(g, owner.name) if owner.__class__ is ast.Identifier else None
    return (binding.members or {}).get(key, NO_VALUE) if binding is not None else NO_VALUE


def get_named(g: Generator, dst: int, owner: int, key: str, at: int) -> None:
    g.emit(O.get_length if key == "length" else O.get_property, dst, owner, g.site(key), at=at)


def key_operand(g: Generator, node: Any) -> int:
    """A computed key; a string that is an array index becomes that number."""
    if node.__class__ is ast.StringLiteral and is_index(node.value):
        register = g.temporary(node.start)
        g.load_number(register, float(node.value), node.start)
        return register
    return g.operand(node)


def optional_link(g: Generator, node: Any, register: int) -> None:
    """`?.`: out of the chain if what stands before it is null or undefined."""
    if node.optional:
        assert g.chain is not None
        g.f.jump(O.jump_if_nullish, g.chain, register, at=node.start)


BASED = 1 << 16
"""Beside a key's register: the register with the home object has its prototype instead."""


def super_value(g: Generator, node: Any, dst: int) -> int:
    """r[dst] = super.x; the register with `this`."""
    base = super_owner(g, node)
    name = static_key(node)
    if name is not None:
        g.emit(O.super_named, dst, base, g.site(name), at=node.property.start)
    else:
        g.emit(O.super_get, dst, base, super_key(g, node, base), at=node.property.start)
    return base + 1


def super_owner(g: Generator, node: Any) -> int:
    """Two registers with the home object and `this`."""
    base = g.temporary(node.start)
    this = g.temporary(node.start)
    pseudo_into(g, THIS, this, node.start)
    pseudo_into(g, HOME, base, node.start)
    return base


def super_reference(g: Generator, node: Any, convert: bool = True) -> tuple[int, int]:
    """Two registers with the home object and `this`, and one with the key, converted already or not."""
    base = super_owner(g, node)
    return base, super_key(g, node, base, convert)


def super_key(g: Generator, node: Any, base: int, convert: bool = True) -> int:
    """A register with the key; with BASED, r[base] has become where the lookup begins."""
    name = static_key(node)
    key = g.temporary(node.start)
    if name is not None:
        g.load_string(key, name, node.start)
        return key
    operand = key_operand(g, node.property)
    g.f.top = key + 1
    if primitive_key(g, node.property):
        g.f.move(key, operand, node.start)
        return key
    # Converting the key may change the home object's prototype, which is looked at before.
    at = node.property.start
    g.emit(O.super_base, base, base, at=at)
    if convert:
        g.emit(O.to_property_key, key, operand, at=at)
    else:
        g.f.move(key, operand, at)
    return key | BASED


# ---- optional chains


@expression(ast.ChainExpression)
def chain(g: Generator, node: ast.ChainExpression, dst: int) -> None:
    short, end = Label(), Label()
    outer, g.chain = g.chain, short
    g.expr(node.expression, dst)
    g.chain = outer
    g.f.jump(O.jump, end, at=node.start)
    g.f.bind(short)
    g.emit(O.load_undefined, dst, at=node.start)
    g.f.bind(end)


@effect_of(ast.ChainExpression)
def chain_effect(g: Generator, node: ast.ChainExpression) -> None:
    short = Label()
    outer, g.chain = g.chain, short
    g.effect(node.expression)
    g.chain = outer
    g.f.bind(short)


# ---- delete


def delete(g: Generator, node: Any, dst: int, at: int) -> None:
    f = g.f
    top = f.top
    if node.__class__ is ast.ChainExpression:
        short, end = Label(), Label()
        outer, g.chain = g.chain, short
        delete(g, target_of(node.expression), dst, at)
        g.chain = outer
        f.jump(O.jump, end, at=at)
        f.bind(short)
        g.emit(O.load_true, dst, at=at)
        f.bind(end)
    elif is_super(node):
        super_reference(g, node, False)
        g.emit(O.throw_error, E_REFERENCE_ERROR, 0, g.string("Unsupported reference to 'super'"), at=at)
    elif node.__class__ is ast.MemberExpression:
        name = static_key(node)
        if name is not None:
            owner = g.operand(node.object)
            optional_link(g, node, owner)
            g.emit(O.delete_property, dst, owner, g.string(name), at=at)
        else:
            owner = g.operand_before(node.object, node.property.start, node.property.end)
            optional_link(g, node, owner)
            g.emit(O.delete_index, dst, owner, key_operand(g, node.property), at=at)
    else:
        g.effect(node)
        g.emit(O.load_true, dst, at=at)
    f.top = top


@operand_of(ast.ChainExpression)
def chain_operand(g: Generator, node: ast.ChainExpression) -> int:
    return g.fresh(node)


def primitive_key(g: Generator, node: Any) -> bool:
    """Whether a computed key is certainly no object, so that converting it twice can't be noticed."""
    node = target_of(node)
    if node.__class__ is ast.Identifier:
        binding = lookup(g, node.name)
        return binding is not None and not binding.opaque
    return is_primitive(node)
