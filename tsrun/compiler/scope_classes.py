"""Scope analysis of classes: names, private names, computed keys, and the functions that initialisers are."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import (
    ACCESSOR_ROLE, BRAND, BRAND_ROLE, FIELD_ROLE, METHOD_ROLE, STATIC_BRAND, THIS, Binding, FunctionScope,
    PrivateBinding, Scope,
)
from tsrun.compiler.declarations import parameter_decorators
from tsrun.compiler.metadata import described_types, names_in
from tsrun.compiler.scope import VISITORS, Analysis
from tsrun.syntax import ast

FIELDS: frozenset[Any] = frozenset({ast.PropertyDefinition, ast.AccessorProperty})
"""Members that initialise something."""


def is_field(member: Any) -> bool:
    """Whether a member is a field or auto-accessor that is there at run time."""
    return member.__class__ in FIELDS and not member.declare


def is_bare_field(member: Any) -> bool:
    """Whether a member is a field that leaves nothing but what its decorators do (experimentalDecorators only)."""
    return (member.__class__ is ast.PropertyDefinition and member.declare) or \
        member.__class__ is ast.TSAbstractPropertyDefinition


def has_static_code(node: Any, parameters: bool) -> bool:
    """Whether a class has code of its own that runs before the class is there for others.

    parameters: whether decorators of parameters count.
    """
    return bool(node.decorators) or any(
        getattr(item, "decorators", ()) or item.__class__ is ast.StaticBlock or (is_field(item) and item.static) or
        (parameters and any(map(parameter_decorators, getattr(getattr(item, "value", None), "params", ()))))
        for item in node.body.body)


def class_(analysis: Analysis, node: Any) -> None:
    """A class: its name and computed keys in a scope of its own, initialisers in functions of theirs."""
    declared = None
    for decorator in node.decorators:
        analysis.visit(decorator.expression)
    if node.__class__ is ast.ClassDeclaration and node.id is not None:
        declared = analysis.declare(node.id.name, kinds.CLASS, node.end, node)
    scope = analysis.open(kinds.CLASS_SCOPE, node)
    inner = None
    if node.id is not None:
        inner = Binding(node.id.name, kinds.INNER, scope, 0, node)
        scope.names[node.id.name] = inner
    if node.superClass is not None:
        analysis.visit(node.superClass)
        _leave_private_names(scope)
    once = scope.function is analysis.top and analysis.loops == 0
    for member in node.body.body:
        _declare_private(scope, node, member, once)
    fields = FunctionScope(kinds.FIELDS, scope, node.body)
    statics = FunctionScope(kinds.STATICS, scope, node.body)
    for member in node.body.body:
        _member(analysis, member, scope, fields, statics)
    analysis.scopes[node.body] = fields
    has_statics = has_static_code(node, analysis.options.experimental_decorators)
    if has_statics:
        analysis.statics[node] = statics
    analysis.close(fields)
    analysis.close(statics)
    analysis.close(scope)
    if inner is not None and declared is not None and declared.kind == kinds.CLASS and not has_statics:
        declared.scope.aliases.append((inner, declared))


def _leave_private_names(scope: Scope) -> None:
    """What the heritage says of private names is about the classes around."""
    outer = scope.parent
    assert outer is not None
    for name in [name for name in scope.refs if name[0] == "#"]:
        reference = scope.refs.pop(name)
        known = outer.refs.setdefault(name, reference)
        if known is not reference:
            known.absorb(reference)


def _declare_private(scope: Scope, node: Any, member: Any, once: bool) -> None:
    """The private name of a member, if it has one."""
    cls = member.__class__
    key = getattr(member, "key", None)
    private = key.__class__ is ast.PrivateIdentifier
    name = f"#{key.name}" if private else ""        # type: ignore[union-attr]
    if cls is ast.AccessorProperty and not member.declare:
        text = getattr(key, "name", None) or getattr(key, "value", None) or ""
        storage = f"%storage{member.start}"
        text = f"#{text}_accessor_storage" if not member.computed else "#_accessor_storage"
        if member.static:
            variable = scope.names["%class"] = Binding("%class", kinds.PSEUDO, scope, 0)
            variable.captured = True
        scope.names[storage] = PrivateBinding(storage, scope, FIELD_ROLE, once=once, text=text)
        if private:
            _declare_accessor(scope, node, name, member, "get", once)
            _declare_accessor(scope, node, name, member, "set", once)
    elif not private or getattr(member, "declare", False):
        return
    elif cls is ast.PropertyDefinition:
        scope.names[name] = PrivateBinding(name, scope, FIELD_ROLE, once=once, static=member.static)
    elif cls is ast.MethodDefinition and member.value.__class__ is ast.FunctionExpression:
        if member.kind == "method":
            binding = PrivateBinding(name, scope, METHOD_ROLE, static=member.static)
            binding.brand = _brand(scope, node, member.static, once)
            scope.names[name] = binding
        else:
            _declare_accessor(scope, node, name, member, member.kind, once)


def _declare_accessor(scope: Scope, node: Any, name: str, member: Any, kind: str, once: bool) -> None:
    """One half of a private accessor."""
    binding = scope.names.get(name)
    if not isinstance(binding, PrivateBinding):
        binding = scope.names[name] = PrivateBinding(name, scope, ACCESSOR_ROLE, static=member.static)
        binding.brand = _brand(scope, node, member.static, once)
    half = f"{kind} {name}"
    function = scope.names[half] = Binding(half, kinds.PSEUDO, scope, 0)
    function.captured = True
    if kind == "get":
        binding.getter = function
    else:
        binding.setter = function


def _brand(scope: Scope, node: Any, static: bool, once: bool) -> PrivateBinding:
    """What an object has that may use the private methods of the class."""
    name = STATIC_BRAND if static else BRAND
    binding = scope.names.get(name)
    if not isinstance(binding, PrivateBinding):
        text = node.id.name if node.id is not None else "anonymous"
        binding = scope.names[name] = PrivateBinding(name, scope, BRAND_ROLE, once=once, static=static, text=text)
    return binding


def _member(analysis: Analysis, member: Any, scope: Scope, fields: FunctionScope, statics: FunctionScope) -> None:
    cls = member.__class__
    _decorators(analysis, member, scope)
    if cls is ast.StaticBlock:
        analysis.closures += 1
        analysis.scope = statics
        block = analysis.open(kinds.STATIC_BLOCK, member)
        analysis.statements(member.body)
        analysis.close(block)
    elif cls is ast.MethodDefinition:
        if member.value.__class__ is ast.TSEmptyBodyFunctionExpression:
            return
        if member.computed:
            analysis.visit(member.key)
        derived = scope.node.superClass is not None                     # type: ignore[attr-defined]
        calls = member.kind == "constructor" and derived
        analysis.function(member.value, kinds.SUPER_CALL if calls else kinds.SUPER_PROPERTY, decorated=True)
    elif is_field(member):
        if member.computed:
            analysis.visit(member.key)
            name = f"%key{member.start}"
            key = scope.names[name] = Binding(name, kinds.PSEUDO, scope, 0)
            key.captured = True
        analysis.closures += 1
        analysis.scope = statics if member.static else fields
        analysis.refer(THIS, member.start)
        if member.value is not None:
            analysis.visit(member.value)
    analysis.scope = scope


def _decorators(analysis: Analysis, member: Any, scope: Scope) -> None:
    """Decorators of a member, and the variables that hold what they want done for each instance."""
    decorators = getattr(member, "decorators", ())
    for decorator in decorators:
        analysis.visit(decorator.expression)
    if analysis.options.experimental_decorators:
        for item in getattr(getattr(member, "value", None), "params", ()):
            for decorator in parameter_decorators(item):
                analysis.visit(decorator.expression)
        if analysis.options.emit_decorator_metadata:
            _types(analysis, member, scope)
        if decorators and is_bare_field(member) and member.computed:
            analysis.visit(member.key)
        return
    if not decorators or not is_decorated(member):
        return
    names = [f"%initializers{member.start}", f"%extra{member.start}"] if is_field(member) else [] if member.static \
        else [INSTANCE_EXTRA]
    for name in names:
        variable = scope.names[name] = Binding(name, kinds.PSEUDO, scope, 0)
        variable.captured = True


def _types(analysis: Analysis, member: Any, scope: Scope) -> None:
    """Names in the types of a member that may be noted for its decorators: they are used, imported ones apart."""
    body: list[Any] = scope.node.body.body                              # type: ignore[attr-defined]
    value = getattr(member, "value", None)
    if member.__class__ not in FIELDS and value.__class__ is not ast.FunctionExpression and not is_bare_field(member):
        return
    types = [node for _, node in described_types(member, getattr(value, "params", ()), body)]
    for name in names_in(types):
        binding = analysis.top.names.get(name)
        if binding is not None and binding.kind == kinds.IMPORT:
            analysis.metadata_names.add(name)
        else:
            analysis.refer(name, member.start)


INSTANCE_EXTRA = "%extra"
"""The variable with the functions that decorators of methods want run for each instance."""


def is_decorated(member: Any) -> bool:
    """Whether a member has decorators and is there at run time."""
    if not getattr(member, "decorators", ()):
        return False
    return is_field(member) or (member.__class__ is ast.MethodDefinition and
                                member.value.__class__ is ast.FunctionExpression)


def _private_identifier(analysis: Analysis, node: ast.PrivateIdentifier) -> None:
    analysis.refer(f"#{node.name}", node.start)


def _class_declaration(analysis: Analysis, node: Any) -> None:
    if not node.declare:
        class_(analysis, node)


VISITORS.update({
    ast.ClassExpression: class_,
    ast.ClassDeclaration: _class_declaration,
    ast.PrivateIdentifier: _private_identifier,
})
