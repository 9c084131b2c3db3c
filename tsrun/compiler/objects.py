"""Object, array and template literals."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.calls import array_of
from tsrun.compiler.declarations import is_primitive, target_of
from tsrun.compiler.fold import NO_VALUE, constant
from tsrun.compiler.functions import closure, keyed_value, named_value, uses_home
from tsrun.compiler.generator import Generator, expression, is_index, unsupported
from tsrun.compiler.names import lookup
from tsrun.compiler.opcodes import O
from tsrun.compiler.patterns import property_name
from tsrun.compiler.texts import method_text
from tsrun.compiler.unit import KEYS, METHOD
from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Sequence

ENUMERABLE = 1 << 16
"""Beside a function's register: the member defined is enumerable."""
_AT_ONCE = 64
"""How many values of an object literal are in registers at a time."""


@expression(ast.ArrayExpression)
def array(g: Generator, node: ast.ArrayExpression, dst: int) -> None:
    top = g.f.top
    elements = node.elements
    incremental = len(elements) > _AT_ONCE or any(
        item is None or item.__class__ is ast.SpreadElement for item in elements)
    target = g.spare(dst, node.start) if incremental else dst
    array_of(g, elements, target, node.start)
    g.f.move(dst, target, node.start)
    g.f.top = top


# ---- objects


@expression(ast.ObjectExpression)
def object_(g: Generator, node: ast.ObjectExpression, dst: int) -> None:
    """The plain properties at the beginning at once, the rest one by one."""
    f = g.f
    top = f.top
    head = _plain_head(g, node.properties)
    whole = len(head) == len(node.properties)
    target = dst if whole and head else g.spare(dst, node.start)
    if head:
        inner = f.top
        for item in head:
            _property_value(g, item, f.temporary(item.start))
        keys = tuple(g.string(property_name(item.key)) for item in head)
        g.emit(O.object_literal, target, inner, _key_list(g, keys), at=node.start)
        f.top = inner
    else:
        g.emit(O.new_object, target, min(len(node.properties), 64), at=node.start)
    for item in node.properties[len(head):]:
        inner = f.top
        _define(g, item, target)
        f.top = inner
    f.move(dst, target, node.start)
    f.top = top


def _key_list(g: Generator, keys: tuple[int, ...]) -> int:
    literal = g.key_lists.get(keys)
    if literal is None:
        unit = g.unit
        literal = g.key_lists[keys] = len(unit.literals)
        unit.literals.append((KEYS, len(unit.literal_keys), len(keys)))
        unit.literal_keys += keys
    return literal


def _plain_head(g: Generator, properties: list[Any]) -> list[Any]:
    """The properties at the beginning with distinct known keys and plain values."""
    seen: set[str] = set()
    head: list[Any] = []
    for item in properties:
        if item.__class__ is not ast.Property or item.kind != "init" or item.computed or len(head) >= _AT_ONCE:
            break
        name = property_name(item.key)
        if name in seen or is_index(name) or name == "__proto__":
            break
        if item.method and uses_home(g.scopes[item.value]):     # type: ignore[arg-type]
            break
        seen.add(name)
        head.append(item)
    return head


def _property_value(g: Generator, item: Any, dst: int) -> None:
    name = property_name(item.key)
    if item.method:
        closure(g, item.value, dst, name, METHOD, item)
    else:
        named_value(g, item.value, name if name != "__proto__" or item.shorthand else None, dst)


def _define(g: Generator, item: Any, target: int) -> None:
    """One property of an object under construction."""
    at = item.start
    if item.__class__ is ast.SpreadElement:
        g.emit(O.object_spread, target, g.operand(item.argument), at=at)
        return
    if not item.computed:
        name = property_name(item.key)
        if name == "__proto__" and item.kind == "init" and not item.method and not item.shorthand:
            g.emit(O.set_proto, target, g.operand(item.value), at=at)
            return
        if item.kind == "init" and not is_index(name) and not (item.method and uses_home(g.scopes[item.value])):  # type: ignore[arg-type]
            value = g.temporary(at)
            _property_value(g, item, value)
            g.emit(O.define_field, target, value, g.site(name), at=at)
            return
    key = g.temporary(at)
    name_of = key_into(g, item, key)
    value = g.temporary(at)
    if item.kind != "init" or item.method:
        define_function(g, item, item.value, name_of, target, target, key, value, ENUMERABLE)
        return
    if name_of is None:
        keyed_value(g, item.value, key, value)
    else:
        named_value(g, item.value, name_of, value)
    g.emit(O.define_own, target, key, value, at=at)


def key_into(g: Generator, item: Any, register: int) -> str | None:
    """The property key of a member into a register; its text if that is known."""
    key = item.key
    if not item.computed:
        if key.__class__ is ast.PrivateIdentifier:
            raise unsupported(key)
        name = property_name(key)
        if is_index(name):
            g.load_number(register, float(name), key.start)
        else:
            g.load_string(register, name, key.start)
        return name
    g.expr(key, register)
    g.emit(O.to_property_key, register, register, at=key.start)
    return None


_PREFIX = {"get": "get ", "set": "set "}
_DEFINE = {"get": O.define_getter, "set": O.define_setter}
_NAME_KIND = {"get": 1, "set": 2}


def define_function(g: Generator, item: Any, node: Any, name: str | None, target: int, home: int, key: int, value: int,
                    enumerable: int) -> None:
    """A method, getter or setter: the function into `value`, then the member."""
    kind = item.kind
    text = method_text(item, g.source) if item.__class__ is ast.MethodDefinition else item
    scope = closure(g, node, value, _PREFIX.get(kind, "") + name if name is not None else "", METHOD, text)
    if name is None:
        g.emit(O.set_function_name, value, key, _NAME_KIND.get(kind, 0), at=item.start)
    if uses_home(scope):
        g.emit(O.set_home, value, home, at=item.start)
    g.emit(_DEFINE.get(kind, O.define_method), target, key, value + enumerable, at=item.start)


# ---- template literals


@expression(ast.TemplateLiteral)
def template(g: Generator, node: ast.TemplateLiteral, dst: int) -> None:
    f = g.f
    top = f.top
    value = constant(node)
    if value is not NO_VALUE:
        g.load_string(dst, value, node.start)
        return
    count = 0
    last_affected = -2
    expressions = node.expressions
    for index, quasi in enumerate(node.quasis):
        if quasi.cooked:
            g.load_string(f.temporary(quasi.start), quasi.cooked, quasi.start)
            count += 1
        if index < len(expressions):
            item = expressions[index]
            register = f.temporary(item.start)
            g.expr(item, register)
            count += 1
            if not is_primitive(item):
                if last_affected == -2:
                    last_affected = _last_affected(g, expressions)
                if index < last_affected:
                    # Converted at once: its toString may change what the expressions behind it see.
                    g.emit(O.concat, register, register, 1, at=item.start)
    g.emit(O.concat, dst, top, count, at=node.start)
    f.top = top


def _last_affected(g: Generator, expressions: Sequence[Any]) -> int:
    """The index of the last expression that code elsewhere can change or notice; -1 if there is none."""
    for index in range(len(expressions) - 1, -1, -1):
        if not _unaffected(g, expressions[index]):
            return index
    return -1


def _unaffected(g: Generator, node: Any) -> bool:
    """Whether nothing that code elsewhere does can change the expression's value or be noticed to come before it."""
    node = target_of(node)
    if node.__class__ is ast.Identifier:
        binding = lookup(g, node.name)
        return binding is not None and binding.register >= 0 and binding.initialized
    return constant(node) is not NO_VALUE
