"""Private names: reading, writing and calling `o.#x`, `#x in o`, and what a class does to have them."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.bindings import (
    ACCESSOR_ROLE, BRAND, BRAND_ROLE, FIELD_ROLE, METHOD_ROLE, STATIC_BRAND, Binding, PrivateBinding, Scope,
)
from tsrun.compiler.builder import MAX_OPERAND
from tsrun.compiler.names import load_slot, lookup, store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.unit import PRIVATE
from tsrun.heap.layout import E_PRIVATE_GETTER, E_PRIVATE_METHOD, E_PRIVATE_SETTER
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator


def is_private(node: Any) -> bool:
    """Whether a member expression is `o.#x`."""
    return node.property.__class__ is ast.PrivateIdentifier


def private_binding(g: Generator, node: Any) -> PrivateBinding:
    """What the private name in a member expression or before `in` means."""
    binding = lookup(g, f"#{node.name}")
    assert isinstance(binding, PrivateBinding)
    return binding


def private_site(g: Generator, binding: PrivateBinding, at: int) -> int:
    """A site for the instruction that comes next, with the private name as its key."""
    sites = g.unit.sites
    site = len(sites)
    if site >= MAX_OPERAND:
        raise SourceError("Too many property accesses in one file", at, at)
    if binding.once:
        if binding.constant < 0:
            binding.constant = g.constant(PRIVATE, binding.text)
        sites.append(binding.constant)
        return site
    sites.append(-1)
    scope = binding.scope
    if scope.env_register >= 0 and scope.env_depth > g.f.outer_depth:
        key = g.temporary(at)
        g.emit(O.get_env, key, scope.env_register, binding.slot, at=at)
        g.emit(O.use_private, key, 0, site, at=at)
        g.f.top -= 1
    else:
        g.emit(O.use_private_captured, g.f.outer_depth - scope.env_depth, binding.slot, site, at=at)
    return site


def make_names(g: Generator, scope: Scope, at: int) -> None:
    """New private names for an evaluation of a class, if they aren't constants."""
    top = g.f.top
    for binding in scope.names.values():
        if isinstance(binding, PrivateBinding) and binding.role in _KEYS and not binding.once:
            key = g.temporary(at)
            g.emit(O.private_name, key, 0, g.string(binding.text), at=at)
            store_slot(g, binding, key, at)
            g.f.top = top


_KEYS = frozenset({FIELD_ROLE, BRAND_ROLE})


def add_brand(g: Generator, scope: Scope, register: int, static: bool, at: int) -> None:
    """Let an object use the private methods of the class, if it has any."""
    binding = scope.names.get(STATIC_BRAND if static else BRAND)
    if isinstance(binding, PrivateBinding):
        g.emit(O.add_brand, register, 0, private_site(g, binding, at), at=at)


def add_field(g: Generator, binding: PrivateBinding, register: int, value: int, at: int) -> None:
    g.emit(O.add_private, register, value, private_site(g, binding, at), at=at)


def variable_of(g: Generator, name: str, kind: str) -> Binding:
    """Where the function of a private method or accessor is kept."""
    binding = lookup(g, f"#{name}")
    assert isinstance(binding, PrivateBinding)
    function = {"get": binding.getter, "set": binding.setter}.get(kind, binding)
    assert function is not None
    return function


# ---- access


def _check_brand(g: Generator, binding: PrivateBinding, owner: int, at: int) -> None:
    brand = binding.brand
    assert brand is not None
    g.emit(O.check_brand, owner, int(brand.static), private_site(g, brand, at), at=at)


def get(g: Generator, dst: int, owner: int, node: ast.PrivateIdentifier) -> None:
    """r[dst] = r[owner].#x. `dst` is written last."""
    binding = private_binding(g, node)
    at = node.start
    if binding.role == FIELD_ROLE:
        g.emit(O.get_private, dst, owner, private_site(g, binding, at), at=at)
        return
    _check_brand(g, binding, owner, at)
    if binding.role == METHOD_ROLE:
        load_slot(g, binding, dst, at)
    elif binding.getter is None:
        g.emit(O.throw_error, E_PRIVATE_GETTER, 0, g.string(binding.name), at=at)
    else:
        _call(g, binding.getter, owner, -1, dst, at)


def put(g: Generator, owner: int, node: ast.PrivateIdentifier, value: int) -> None:
    """r[owner].#x = r[value]."""
    binding = private_binding(g, node)
    at = node.start
    if binding.role == FIELD_ROLE:
        g.emit(O.set_private, owner, value, private_site(g, binding, at), at=at)
        return
    _check_brand(g, binding, owner, at)
    if binding.role == METHOD_ROLE:
        g.emit(O.throw_error, E_PRIVATE_METHOD, 0, g.string(binding.name), at=at)
    elif binding.setter is None:
        g.emit(O.throw_error, E_PRIVATE_SETTER, 0, g.string(binding.name), at=at)
    else:
        _call(g, binding.setter, owner, value, -1, at)


def _call(g: Generator, function: Binding, owner: int, value: int, dst: int, at: int) -> None:
    """Call the getter or setter in a variable of the class."""
    f = g.f
    top = f.top
    base, this = f.temporary(at), f.temporary(at)
    load_slot(g, function, base, at)
    f.move(this, owner, at)
    if value >= 0:
        f.move(f.temporary(at), value, at)
    g.emit(O.call_method, base, int(value >= 0), 0, at=at)
    if dst >= 0:
        f.move(dst, base, at)
    f.top = top


def private_in(g: Generator, node: ast.PrivateIdentifier, right: Any, dst: int) -> None:
    """`#x in o`."""
    top = g.f.top
    binding = private_binding(g, node)
    if binding.role in {METHOD_ROLE, ACCESSOR_ROLE}:
        assert binding.brand is not None
        binding = binding.brand
    operand = g.operand(right)
    g.emit(O.has_private, dst, operand, private_site(g, binding, node.start), at=node.start)
    g.f.top = top
