"""Direct eval: what the code around hands over, and the scopes that the evaluated code finds around itself.

Whatever a direct `eval` can see is captured (`scope`), so it is all in environments. The call passes the innermost one
with a text that says which names are where in it and in those around; the compiler of the evaluated code makes scopes
of that again. Strict code can't add variables to what is around it, so nothing else is needed (section 19.2.1.1).
"""
from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import ACCESSOR_ROLE, Binding, FunctionScope, PrivateBinding, Scope
from tsrun.compiler.names import import_index, is_checked
from tsrun.compiler.opcodes import O
from tsrun.heap.layout import R_DIRECT_EVAL
from tsrun.syntax import ast

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator

_FUNCTIONS = frozenset({kinds.FUNCTION_SCOPE, kinds.FIELDS, kinds.STATICS, kinds.STATIC_BLOCK})
"""Kinds of scopes that have a new.target."""


def direct_eval(g: Generator, node: ast.CallExpression, base: int) -> None:
    """`eval(...)` into r[base]; r[base + 1] is the topmost register."""
    from tsrun.compiler.calls import array_of

    f, at = g.f, node.start
    registers = [f.temporary(at) for _ in range(5)]
    g.expr(node.callee, registers[0])
    array_of(g, node.arguments, registers[1], at)
    g.emit(O.new_env, registers[2], f.env_register, 0, at=at)
    g.load_string(registers[3], _surroundings(g), at)
    g.load_string(registers[4], g.unit.file_name, at)
    g.emit(O.call_prelude, base, len(registers), R_DIRECT_EVAL, at=at)
    f.top = base + 2


def _surroundings(g: Generator) -> str:
    """The scopes around the code at hand, innermost first, as a text."""
    levels: list[Scope] = []
    scope: Scope | None = g.scope
    while scope is not None:
        levels.append(scope)
        scope = scope.parent
    numbers = {level: number for number, level in enumerate(levels)}
    written = []
    for level in levels:
        names: dict[str, Any] = {}
        for name, known in level.names.items():
            binding = known.alias or known
            if binding.kind != kinds.GLOBAL:
                names[name] = [numbers[binding.scope], *_entry(g, binding)]
        arrow = isinstance(level, FunctionScope) and level.arrow
        home = level.home if isinstance(level, FunctionScope) else kinds.SUPER_PROPERTY
        written.append([level.kind, level.env_depth, arrow, home, names])
    return json.dumps([g.f.env_depth + 1, written], separators=(",", ":"))


def _entry(g: Generator, binding: Binding) -> list[Any]:
    """Kind, slot, whether it is initialised, and what else the kind needs."""
    entry: list[Any] = [binding.kind, binding.slot, is_checked(g, binding)]
    if binding.kind == kinds.IMPORT:
        entry[1] = binding.slot if binding.slot >= 0 else import_index(g, binding)
    elif binding.kind == kinds.PROPERTY and binding.holder is not None:
        entry.append(binding.holder.name)
    elif isinstance(binding, PrivateBinding):
        parts = (binding.brand, binding.getter, binding.setter)
        entry.append([binding.role, binding.static, binding.text, *(part and part.name for part in parts)])
    return entry


class Surroundings:
    """The scopes around evaluated code, made from the text that its call passed."""

    def __init__(self, text: str) -> None:
        self.depth, written = _read(text)
        self.innermost: Scope | None = None
        self.new_target = False
        self.arguments = True
        self.home = kinds.NO_SUPER
        """What of `super` may be used."""
        scopes: list[Scope] = []
        for kind, depth, arrow, home, _ in reversed(written):
            scope: Scope = Scope(kind, self.innermost, _NOWHERE) if self.innermost is not None and \
                kind not in _FUNCTIONS else FunctionScope(kind, self.innermost, _NOWHERE, arrow)
            if isinstance(scope, FunctionScope):
                scope.home = home
            scope.env_depth = depth
            scopes.append(scope)
            self.innermost = scope
            if kind in _FUNCTIONS and not arrow:
                self.new_target = True
                self.home = home
                self.arguments = kind == kinds.FUNCTION_SCOPE
        scopes.reverse()
        for scope, (*_, names) in zip(scopes, written, strict=True):
            for name, (level, *entry) in names.items():
                scope.names[name] = _binding(name, scopes[level], entry)
        for scope, (*_, names) in zip(scopes, written, strict=True):
            for name, (_, _, _, _, *rest) in names.items():
                _connect(scope, scope.names[name], rest)

    @property
    def private_names(self) -> frozenset[str]:
        """Those that are declared around, without the #."""
        found = set()
        scope = self.innermost
        while scope is not None:
            found |= {name[1:] for name, binding in scope.names.items() if isinstance(binding, PrivateBinding)}
            scope = scope.parent
        return frozenset(found)


_read = lru_cache(maxsize=8)(json.loads)
"""A loop asks for the same scopes each time. Nobody changes what comes out."""
_NOWHERE = ast.EmptyStatement(0, 0)


def _binding(name: str, scope: Scope, entry: list[Any]) -> Binding:
    kind, slot, initialized, *rest = entry
    if rest and isinstance(rest[0], list):
        role, static, text = rest[0][:3]
        binding: Binding = PrivateBinding(name, scope, role, static=static, text=text)
        binding.captured = role != ACCESSOR_ROLE
    else:
        binding = Binding(name, kind, scope, 0)
        binding.captured = True
    binding.slot, binding.initialized, binding.opaque = slot, initialized, True
    return binding


def _connect(scope: Scope, binding: Binding, rest: list[Any]) -> None:
    if isinstance(binding, PrivateBinding):
        brand, getter, setter = rest[0][3:]
        known = scope.names.get(brand)
        binding.brand = known if isinstance(known, PrivateBinding) else None
        binding.getter, binding.setter = scope.names.get(getter), scope.names.get(setter)
    elif rest:
        binding.holder = scope.names.get(rest[0])
