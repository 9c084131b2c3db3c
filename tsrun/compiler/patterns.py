"""Destructuring: patterns in declarations, parameters and assignments.

The order of the steps is the language's: what an assignment writes to is evaluated before the value is taken out, and
an iterator is closed when something between its steps throws.
"""
from __future__ import annotations

from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler import private
from tsrun.compiler.blocks import initialize
from tsrun.compiler.builder import Label, Region
from tsrun.compiler.declarations import pattern_names, target_of
from tsrun.compiler.generator import Generator, is_index, unsupported
from tsrun.compiler.members import BASED, get_named, is_super, key_operand, static_key, super_reference
from tsrun.compiler.names import assign, give_register, local_target, lookup
from tsrun.compiler.numbers import number_to_string
from tsrun.compiler.opcodes import O
from tsrun.compiler.private import is_private
from tsrun.compiler.texts import describe, describe_iterable
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

DECLARE, ASSIGN = True, False
"""Whether the names of a pattern are being declared (their first value) or assigned."""

_PATTERNS: frozenset[Any] = frozenset({ast.ObjectPattern, ast.ArrayPattern})


class Target:
    """Where a value is to go, evaluated as far as the language evaluates it before it has the value."""

    __slots__ = ("key", "kind", "name", "node", "owner")

    def __init__(self, kind: int, node: Any, owner: int = -1, key: int = -1, name: str = "") -> None:
        self.kind = kind
        self.node = node
        self.owner = owner
        self.key = key
        self.name = name


NAME, NAMED_MEMBER, KEYED_MEMBER, SUPER_MEMBER, PATTERN, PRIVATE_MEMBER = range(6)


def reference(g: Generator, node: Any, start: int, end: int) -> Target:
    """Evaluate a target; its registers keep their values while the source between `start` and `end` is evaluated."""
    node = target_of(node)
    cls = node.__class__
    if cls is ast.Identifier:
        return Target(NAME, node, name=node.name)
    if cls in _PATTERNS:
        return Target(PATTERN, node)
    if cls is not ast.MemberExpression:
        raise SourceError("Invalid assignment target", node.start, node.end)
    if is_super(node):
        base, key = super_reference(g, node, False)
        return Target(SUPER_MEMBER, node, base, key)
    if is_private(node):
        return Target(PRIVATE_MEMBER, node, g.operand_before(node.object, start, end))
    name = static_key(node)
    if name is not None:
        return Target(NAMED_MEMBER, node, g.operand_before(node.object, start, end), name=name)
    owner = g.operand_before(node.object, min(start, node.property.start), max(end, node.property.end))
    key = key_operand(g, node.property)
    binding = g.f.locals.get(key)
    if binding is not None and binding.assigned_within(start, end):
        kept = g.temporary(node.start)
        g.f.move(kept, key, node.start)
        key = kept
    return Target(KEYED_MEMBER, node, owner, key)


def fetch(g: Generator, target: Target, dst: int) -> None:
    """The value of a member target."""
    at = target.node.property.start
    if target.kind == NAMED_MEMBER:
        get_named(g, dst, target.owner, target.name, at)
    elif target.kind == SUPER_MEMBER:
        if target.key & BASED:
            key = target.key & ~BASED
            g.emit(O.to_property_key, key, key, at=at)
        g.emit(O.super_get, dst, target.owner, target.key, at=at)
    elif target.kind == PRIVATE_MEMBER:
        private.get(g, dst, target.owner, target.node.property)
    else:
        g.emit(O.get_index, dst, target.owner, target.key, at=at)


def put(g: Generator, target: Target, register: int, declare: bool = ASSIGN) -> None:
    """Write to a target."""
    kind = target.kind
    at = target.node.start
    if kind == NAME:
        if declare:
            initialize(g, target.name, register, at)
        else:
            assign(g, target.name, register, at)
    elif kind == NAMED_MEMBER:
        g.emit(O.set_property, target.owner, register, g.site(target.name), at=target.node.property.start)
    elif kind == KEYED_MEMBER:
        g.emit(O.set_index, target.owner, target.key, register, at=target.node.property.start)
    elif kind == SUPER_MEMBER:
        key, based = target.key & ~BASED, target.key & BASED
        g.emit(O.super_set, target.owner, key, register | based, at=target.node.property.start)
    elif kind == PRIVATE_MEMBER:
        private.put(g, target.owner, target.node.property, register)
    else:
        destructure(g, target.node, register, declare, NESTED)


def declare_names(g: Generator, pattern: Any) -> None:
    """Registers for the names of a pattern that have none yet, before anything of the declaration is evaluated."""
    for name in pattern_names(pattern):
        binding = lookup(g, name)
        if binding is not None and not binding.captured and binding.register < 0 and binding.kind in _IN_REGISTERS:
            give_register(g, binding, g.temporary(pattern.start))


_IN_REGISTERS = kinds.DEAD_ZONE | {kinds.PARAMETER, kinds.CATCH}


def destructure(g: Generator, pattern: Any, value: int, declare: bool, source: Any = None) -> None:
    """Take the value in a register apart. `source` is the expression it came from, for messages."""
    top = g.f.top
    if pattern.__class__ is ast.ObjectPattern:
        _object_pattern(g, pattern, value, declare, source)
    else:
        _array_pattern(g, pattern, value, declare, source)
    g.f.top = top


def _split(element: Any) -> tuple[Any, Any]:
    """Target and default of an element of a pattern."""
    if element.__class__ is ast.AssignmentPattern:
        return element.left, element.right
    return element, None


def _direct(g: Generator, target: Target, default: Any, declare: bool) -> int:
    """The local register that a value may be taken into without detour; -1 if there is none."""
    if target.kind != NAME:
        return -1
    if not declare:
        return local_target(g, target.name) if default is None else -1
    binding = lookup(g, target.name)
    if binding is None or binding.register < 0 or (default is not None and binding.early):
        return -1
    return binding.register if binding.kind != kinds.VAR or default is None else -1


def _defaulted(g: Generator, target: Target, register: int, default: Any) -> None:
    """Replace undefined by the default."""
    from tsrun.compiler.functions import named_value

    if default is None:
        return
    done = Label()
    g.f.jump(O.jump_unless_undefined, done, register, at=default.start)
    named_value(g, default, target.name if target.kind == NAME and not target.node.parenthesized else None, register)
    g.f.bind(done)


def _take(g: Generator, target: Target, default: Any, declare: bool, fetch_into: Any) -> None:
    """One element: fetch, default, write."""
    top = g.f.top
    direct = _direct(g, target, default, declare)
    if direct >= 0:
        binding = lookup(g, target.name)
        fetch_into(direct)
        _defaulted(g, target, direct, default)
        if declare and binding is not None:
            binding.initialized = True
    else:
        register = g.temporary(target.node.start)
        fetch_into(register)
        _defaulted(g, target, register, default)
        put(g, target, register, declare)
    g.f.top = top


# ---- objects


def _object_pattern(g: Generator, pattern: ast.ObjectPattern, value: int, declare: bool, source: Any) -> None:
    f = g.f
    items = pattern.properties
    _check_coercible(g, pattern, value, source)
    rest = items[-1] if items and items[-1].__class__ is ast.RestElement else None
    kept = -1
    if rest is not None:
        kept = f.temporary(pattern.start)
        for _ in items[:-1]:
            f.temporary(pattern.start)
        f.move(kept, value, pattern.start)
    for index, item in enumerate(items):
        top = f.top
        if item is rest:
            target = reference(g, item.argument, item.start, item.start)
            _take(g, target, None, declare,
                  lambda dst, at=item.start: g.emit(O.object_rest, dst, kept, len(items) - 1, at=at))
        else:
            _property(g, item, value, kept + 1 + index if kept >= 0 else -1, declare)
        f.top = top


NESTED: Any = object()
"""The source of a pattern inside another."""


def _check_coercible(g: Generator, pattern: ast.ObjectPattern, value: int, source: Any) -> None:
    """Refuse undefined and null, in V8's words: "Cannot destructure property 'a' of 'b' as it is null."

    The instruction is given `b`, or `property 'a' of 'b'`; where no source is known, `property 'a' of ` or nothing.
    """
    first: Any = pattern.properties[0] if pattern.properties else None
    named = first is not None and first.__class__ is ast.Property and not first.computed
    if source is NESTED and named:
        return                              # the first property read says it
    text = describe(source) if source is not None and source is not NESTED else ""
    if named:
        text = f"property '{property_name(first.key)}' of " + (f"'{text}'" if text else "")
    g.emit(O.check_coercible, value, 0, g.string(text), at=first.start if named else pattern.start)


def _property(g: Generator, item: Any, value: int, keep: int, declare: bool) -> None:
    """`key: target = default`; the key goes to register `keep` as well, unless that is negative."""
    element, default = _split(item.value)
    key = item.key
    at = key.start
    name = property_name(key) if not item.computed or key.__class__ is ast.StringLiteral else None
    end = default.end if default is not None else element.start
    if name is not None and not is_index(name):
        if keep >= 0:
            g.load_string(keep, name, at)
        target = reference(g, element, element.end, end)
        _take(g, target, default, declare, lambda dst: get_named(g, dst, value, name, at))
        return
    register = keep if keep >= 0 else g.temporary(at)
    if name is not None:
        g.load_number(register, float(name), at)
    else:
        g.expr(key, register)
    if name is None or keep >= 0:
        g.emit(O.to_property_key, register, register, at=at)
    target = reference(g, element, element.end, end)
    _take(g, target, default, declare, lambda dst: g.emit(O.get_index, dst, value, register, at=at))


def property_name(key: Any) -> str:
    """The text of a key that is written out."""
    if key.__class__ is ast.Identifier:
        text: str = key.name
    elif key.__class__ is ast.StringLiteral:
        text = key.value
    elif key.__class__ is ast.NumericLiteral:
        text = number_to_string(key.value)
    else:
        raise unsupported(key)
    return text


# ---- arrays


def _array_pattern(g: Generator, pattern: ast.ArrayPattern, value: int, declare: bool, source: Any) -> None:
    f = g.f
    at = pattern.start
    base = f.temporary(at)
    for _ in range(3):
        f.temporary(at)
    known = declare and source is not None and source is not NESTED
    g.emit(O.get_iterator, base, value, g.string(describe_iterable(source)) if known else 0, at=at)
    region = f.open_region(base + 3)
    if f.generator:
        _closed_by_return(g, base, region)
    for item in pattern.elements:
        top = f.top
        if item is None:
            g.emit(O.iterator_step, base, f.temporary(at), 1, at=at)
        elif item.__class__ is ast.RestElement:
            target = reference(g, item.argument, item.start, item.start)
            _take(g, target, None, declare, lambda dst: g.emit(O.iterator_rest, base, dst, at=at))
        else:
            element, default = _split(item)
            target = reference(g, element, element.end, item.end)
            _take(g, target, default, declare,
                  lambda dst, at=element.start: g.emit(O.iterator_step, base, dst, at=at))
        f.top = top
    f.close_region(region)
    f.abort_later(region, base, at)
    if f.generator:
        f.control.pop()
    if not (pattern.elements and pattern.elements[-1].__class__ is ast.RestElement):
        g.emit(O.iterator_close, base, at=at)


def _closed_by_return(g: Generator, base: int, region: Region) -> None:
    """A `yield` in a pattern may come back as a return, which closes the iterator."""
    from tsrun.compiler.control import Target as Surrounding

    g.f.control.append(Surrounding([], False, None, base, region))
