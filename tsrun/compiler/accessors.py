"""Auto-accessors: `accessor x = 1` is a getter and a setter over a private field."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler import private
from tsrun.compiler.bindings import PrivateBinding
from tsrun.compiler.names import load_slot, store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.unit import INTERNAL, METHOD
from tsrun.syntax import ast

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator

CLASS_VARIABLE = "%class"
"""The variable that holds a class with static auto-accessors: they work on it, whatever `this` is."""
_DEFINE = {"get": O.define_getter, "set": O.define_setter}


def storage_of(member: Any, scope: Any) -> PrivateBinding:
    """The private name under which an auto-accessor keeps its value."""
    binding = scope.names[f"%storage{member.start}"]
    assert isinstance(binding, PrivateBinding)
    return binding


def define_accessor(g: Generator, member: Any, target: int, key: int, name: str | None) -> None:
    """Make getter and setter: members of r[target] under the key r[key], or variables if the name is private."""
    f = g.f
    at = member.start
    value = f.temporary(at)
    for kind, number in (("get", 1), ("set", 2)):
        template = _template(g, member, kind, f"{kind} {name}" if name is not None else "")
        g.emit(O.closure, value, f.env_register, template, at=at)
        if member.key.__class__ is ast.PrivateIdentifier:
            store_slot(g, private.variable_of(g, member.key.name, kind), value, at)
            continue
        if name is None:
            g.emit(O.set_function_name, value, key, number, at=at)
        g.emit(_DEFINE[kind], target, key, value, at=at)


def _template(g: Generator, member: Any, kind: str, name: str) -> int:
    """The function that reads (`get`) or writes the storage."""
    scope = g.scope
    storage = storage_of(member, scope)
    at = member.key.start
    template = g.new_template()
    f = g.begin_function(template, scope, member)
    if kind == "set":
        f.temporary(at)
    owner = 1
    if member.static:
        owner = f.temporary(at)
        load_slot(g, scope.names[CLASS_VARIABLE], owner, at)
    if kind == "get":
        value = f.temporary(at)
        g.emit(O.get_private, value, owner, private.private_site(g, storage, at), at=at)
        g.emit(O.ret, value, at=at)
    else:
        g.emit(O.set_private, owner, 2, private.private_site(g, storage, at), at=at)
        g.emit(O.ret_undefined, at=at)
    count = int(kind == "set")
    g.end_function(METHOD | (INTERNAL if g.internal else 0), name, count, count, (member.start, member.end))
    return template
