"""Entering and leaving scopes: environments, the first values of variables, hoisted functions."""
from __future__ import annotations

from tsrun.compiler import bindings as kinds
from tsrun.compiler.builder import NONE
from tsrun.compiler.inert import mark_inert
from tsrun.compiler.names import give_register, lookup, store, store_slot
from tsrun.compiler.opcodes import O
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tsrun.syntax import ast
    from tsrun.compiler.generator import Generator
    from tsrun.compiler.bindings import Binding, Scope

_STARTS_UNDEFINED = frozenset({kinds.VAR, kinds.MERGED})


class Entered:
    """What to go back to when a scope ends."""

    __slots__ = ("env_depth", "env_register", "outer", "top")

    def __init__(self, g: Generator) -> None:
        self.outer = g.scope
        self.top = g.f.top
        self.env_register = g.f.env_register
        self.env_depth = g.f.env_depth


def enter(g: Generator, scope: Scope, at: int) -> Entered:
    """Make the scope's environment and give its variables their first values and registers.

    A `let`, `const` or class that nothing can use before its declaration gets its register there.
    """
    before = Entered(g)
    g.scope = scope
    make_environment(g, scope, at)
    prepare(g, scope, at)
    return before


def make_environment(g: Generator, scope: Scope, at: int) -> None:
    captured = scope.captured()
    if not captured:
        return
    f = g.f
    register = f.temporary(at)
    f.locals[register] = None
    g.emit(O.new_env, register, f.env_register, len(captured), at=at)
    g.unit.variables.setdefault(f.template, []).append([binding.name for binding in captured])
    assign_slots(captured)
    scope.env_register = f.env_register = register
    f.env_depth += 1
    scope.env_depth = f.env_depth


def assign_slots(captured: list[Binding]) -> None:
    for slot, binding in enumerate(captured, 1):
        binding.slot = slot


def prepare(g: Generator, scope: Scope, at: int, captured: bool | None = None) -> None:
    """First values, then functions. `captured` limits it to variables in slots (True) or in registers (False)."""
    undefined = -1
    for binding in scope.names.values():
        kind = binding.kind
        if binding.alias is not None or (captured is not None and binding.captured != captured):
            continue
        if kind in kinds.DEAD_ZONE:
            if kind != kinds.INNER:
                binding.initialized = False
            if not binding.captured and (binding.early or scope.kind == kinds.SWITCH):
                register = g.temporary(at)
                give_register(g, binding, register)
                g.emit(O.load_uninit, register, at=at)
        elif kind in _STARTS_UNDEFINED:
            if not binding.captured:
                register = g.temporary(at)
                give_register(g, binding, register)
                g.emit(O.load_undefined, register, at=at)
            else:
                if undefined < 0:
                    undefined = g.temporary(at)
                    g.emit(O.load_undefined, undefined, at=at)
                store_slot(g, binding, undefined, at)
        elif kind == kinds.FUNCTION and not binding.captured:
            give_register(g, binding, g.temporary(at))
    if scope.kind != kinds.SWITCH:
        mark_inert(g, scope)
    hoist(g, scope, captured)


def hoist(g: Generator, scope: Scope, captured: bool | None = None) -> None:
    """Create the functions declared in a scope."""
    from tsrun.compiler.functions import closure

    for node in scope.hoisted:
        binding = scope.names[function_name(node)]
        if (captured is not None and binding.captured != captured) or binding.kind == kinds.GLOBAL:
            continue
        top = g.f.top
        register = binding.register if binding.register >= 0 else g.temporary(node.start)
        closure(g, node, register, exported_name(node))
        store(g, binding, register, node.start)
        g.f.top = top


def function_name(node: ast.FunctionDeclaration) -> str:
    """The name of a function declaration's binding."""
    return node.id.name if node.id is not None else "*default*"


def exported_name(node: ast.FunctionDeclaration) -> str:
    """The `name` property of a declared function."""
    return node.id.name if node.id is not None else "default"


def leave(g: Generator, before: Entered) -> None:
    f = g.f
    g.scope = before.outer
    for register in range(before.top, f.top):
        f.release(register)
    f.top = before.top
    f.env_register = before.env_register
    f.env_depth = before.env_depth


def initialize(g: Generator, name: str, register: int, at: int) -> None:
    """`let name = r[register]`: the declaration's own write. Temporaries must be gone but for `register` itself."""
    binding = lookup(g, name)
    assert binding is not None
    if binding.register < 0 and binding.slot < 0 and binding.kind in kinds.DEAD_ZONE:
        place = declare_register(g, binding, at)
        g.f.move(place, register, at)
    else:
        store(g, binding, register, at)
    binding.initialized = True


def declare_register(g: Generator, binding: Binding, at: int) -> int:
    """The register of a local whose declaration is reached. A new one must be on top of all others."""
    if binding.register < 0:
        give_register(g, binding, g.temporary(at))
    return binding.register


def outer_environment(g: Generator) -> int:
    """The environment a closure made here gets: a register or NONE for the callee's own."""
    return g.f.env_register if g.f.env_register >= 0 else NONE
