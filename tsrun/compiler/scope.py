"""Scope analysis: one walk over the tree that finds what every scope declares and what closures capture.

Uses of names are collected per scope and settled when the scope closes: what the scope declares takes its uses, the
rest moves to the scope around it, marked as captured where it leaves a function. So declarations need not be known
before the walk reaches them, and hoisting is no special case. Types are not walked at all, which is why a name that
only types use is never "used". What each node does is in `scope_nodes`.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import (
    ARGUMENTS,
    PSEUDO_NAMES,
    THIS,
    Binding,
    FunctionScope,
    Reference,
    Scope,
    keep_everything,
)
from tsrun.compiler.options import DEFAULT, Options
from tsrun.compiler.declarations import is_primitive, merged_declarations, parameter_decorators, target_of
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

Visitor = Callable[["Analysis", Any], None]
VISITORS: dict[type, Visitor] = {}
"""What to do at a node (`scope_nodes`); at any other, its children are visited."""


class Analysis:
    """The scopes of a program, by the node that opens them."""

    def __init__(
        self, program: ast.Program, module: bool, options: Options = DEFAULT, *, kind: int = -1, arrow: bool = False,
    ) -> None:
        self.options = options
        self.scopes: dict[ast.Node, Scope] = {}
        self.export_specifiers: list[ast.ExportSpecifier] = []
        self.statics: dict[ast.Node, FunctionScope] = {}
        self.metadata_names: set[str] = set()
        """Imported names that are used in types which decorators are told of."""
        self.import_aliases: dict[Scope, list[tuple[Binding, ast.Identifier]]] = {}
        """By scope: aliases of namespaces' members, with the name that their paths begin with."""
        self.closures = 0
        self.loops = 0
        """Loops around the node at hand, in any function."""
        if kind < 0:
            kind = kinds.MODULE if module else kinds.SCRIPT
        self.top = FunctionScope(kind, None, program, arrow)
        self.scope: Scope = self.top
        self.scopes[program] = self.top
        self.statements(program.body)
        for specifier in self.export_specifiers:
            if isinstance(specifier.local, ast.Identifier):
                self.export(specifier.local.name)
        self.close(self.top)

    # ---- scopes

    def open(self, kind: int, node: ast.Node) -> Scope:
        scope = Scope(kind, self.scope, node)
        self.scope = self.scopes[node] = scope
        return scope

    def close(self, scope: Scope) -> None:
        """Settle the references collected in `scope`, and go on in the scope around it."""
        names = scope.names
        boundary = isinstance(scope, FunctionScope)
        if boundary and not scope.arrow:    # type: ignore[attr-defined]
            for name in PSEUDO_NAMES:
                if name in scope.refs and (name != ARGUMENTS or scope.kind == kinds.FUNCTION_SCOPE):
                    names.setdefault(name, Binding(name, kinds.PSEUDO, scope, 0))
        outer = scope.parent
        if scope in self.import_aliases:
            self._refer_by_aliases(scope)
        for name, reference in scope.refs.items():
            binding = names.get(name)
            if binding is None and scope.merge is not None and name in scope.merge.names:
                binding = self.declare_property(scope, name)
            if binding is not None:
                binding.absorb(reference)
                binding.assigns.sort()
            elif outer is not None:
                if boundary:
                    reference.captured = True
                known = outer.refs.get(name)
                if known is None:
                    outer.refs[name] = reference
                else:
                    known.absorb(reference)
        if scope.evaluates:
            keep_everything(scope)
            if outer is not None:
                outer.evaluates = True
        for inner, declared in scope.aliases:
            if not declared.assigns and not inner.assigns:
                inner.alias = declared
                declared.captured |= inner.captured
                declared.used |= inner.used
                declared.first = min(declared.first, inner.first)
        if outer is not None:
            scope.refs = {}
            self.scope = outer

    def _refer_by_aliases(self, scope: Scope) -> None:
        """Aliases (`import x = A.B`) use A if they are used themselves, be it by another one that comes after them."""
        for binding, root in reversed(self.import_aliases[scope]):
            if binding.exported or binding.name in scope.refs or scope.evaluates:
                self.refer(root.name, root.start)

    def refer(self, name: str, at: int) -> Reference:
        refs = self.scope.refs
        reference = refs.get(name)
        if reference is None:
            reference = refs[name] = Reference(at)
        return reference

    def assign(self, name: str, at: int, value: ast.Node | None = None) -> None:
        """A use that writes; `value` is what, where that is known."""
        reference = self.refer(name, at)
        if reference.assigns is None:
            reference.assigns = [at]
        else:
            reference.assigns.append(at)
        if value is None or not is_primitive(value):
            reference.opaque = True

    def declare(self, name: str, kind: int, end: int, node: ast.Node | None = None) -> Binding:
        scope = self.scope.var_scope if kind == kinds.VAR else self.scope
        if kind == kinds.VAR and scope.kind == kinds.BODY:
            function = scope.function
            parameter = function.names.get(name)
            if parameter is not None and not function.closures_in_parameters:
                return parameter
        if scope.kind == kinds.SCRIPT and kind in {kinds.VAR, kinds.FUNCTION}:
            kind = kinds.GLOBAL
        known = scope.names.get(name)
        if known is not None:
            if kind == kinds.FUNCTION:
                known.assigns.append(end)           # more than one function of the name: nobody knows which one it is
                if known.kind in {kinds.VAR, kinds.PARAMETER}:
                    known.opaque = True
            elif kind in {kinds.CLASS, kinds.FUNCTION} and known.kind == kinds.MERGED:
                known.kind = kind
            return known
        binding = scope.names[name] = Binding(name, kind, scope, end, node)
        return binding

    def export(self, name: str) -> None:
        """A name of the module's own that others may import."""
        binding = self.top.names.get(name)
        if binding is not None and binding.kind != kinds.IMPORT:
            binding.exported = binding.captured = binding.used = True

    @staticmethod
    def declare_property(scope: Scope, name: str) -> Binding:
        """A name that means a property of the namespace's or enum's object."""
        binding = scope.names[name] = Binding(name, kinds.PROPERTY, scope, 0)
        binding.holder = next(iter(scope.names.values()))
        return binding

    # ---- walking

    def visit(self, node: Any) -> None:
        visitor = VISITORS.get(node.__class__)
        if visitor is not None:
            visitor(self, node)
        else:
            self.visit_children(node)

    def visit_children(self, node: ast.Node) -> None:
        for name in node._children:  # noqa: SLF001 a table that node classes publish for passes like this
            value = getattr(node, name)
            if value.__class__ is list or value.__class__ is tuple:
                for item in value:
                    if item is not None:
                        self.visit(item)
            elif isinstance(value, ast.Node):
                self.visit(value)

    def statements(self, body: Sequence[ast.Node]) -> None:
        merged_declarations(body, self.scope)
        for statement in body:
            self.visit(statement)

    def function(self, node: Any, home: int = kinds.NO_SUPER, *, decorated: bool = False) -> None:
        """A function of any form: parameters, then body.

        home: what of `super` it may use. decorated: whether its parameters may have decorators.
        """
        self.closures += 1
        arrow = node.__class__ is ast.ArrowFunctionExpression
        scope = FunctionScope(kinds.FUNCTION_SCOPE, self.scope, node, arrow)
        scope.home = home
        self.scope = self.scopes[node] = scope
        before = self.closures
        plain = True
        for item in node.params:
            if not decorated:
                for decorator in parameter_decorators(item):
                    raise SourceError("Decorators are not valid here", decorator.start, decorator.end)
            parameter = item
            if item.__class__ is ast.TSParameterProperty:
                parameter = item.parameter
                self.refer(THIS, item.start)
            if parameter.__class__ is ast.Identifier:
                if parameter.name != "this":
                    self.declare(parameter.name, kinds.PARAMETER, parameter.end)
            else:
                plain &= not _has_expressions(parameter)
                self.pattern(parameter, kinds.PARAMETER, parameter.end)
        body = node.body
        if not plain:
            scope.expressions_in_parameters = True
            scope.closures_in_parameters = self.closures != before
            scope.body = self.scope = Scope(kinds.BODY, scope, body)
            for binding in scope.names.values():
                binding.initialized = False
        if body.__class__ is ast.BlockStatement:
            self.statements(body.body)
        else:
            self.visit(body)
        if scope.body is not scope:
            self.close(scope.body)
        if node.__class__ is ast.FunctionExpression and node.id is not None and node.id.name not in scope.names:
            scope.names[node.id.name] = Binding(node.id.name, kinds.SELF, scope, 0, node)
        self.close(scope)

    def pattern(self, node: Any, kind: int | None, end: int, value: ast.Node | None = None) -> None:
        """Declare the names of a pattern; with kind None, it is the target of an assignment."""
        cls = node.__class__
        if cls is ast.Identifier:
            if kind is None:
                self.assign(node.name, node.start, value)
            else:
                binding = self.declare(node.name, kind, end)
                if kind == kinds.VAR:
                    if end != node.end:
                        self.assign(node.name, node.start, value)
                elif value is None or not is_primitive(value):
                    binding.opaque = True
        elif cls is ast.AssignmentPattern:
            self.pattern(node.left, kind, end)
            self.visit(node.right)
        elif cls is ast.ObjectPattern:
            for item in node.properties:
                if item.__class__ is ast.RestElement:
                    self.pattern(item.argument, kind, end)
                else:
                    if item.computed:
                        self.visit(item.key)
                    self.pattern(item.value, kind, end)
        elif cls is ast.ArrayPattern:
            for item in node.elements:
                if item is not None:
                    self.pattern(item, kind, end)
        elif cls is ast.RestElement:
            self.pattern(node.argument, kind, end)
        else:
            inner = target_of(node)
            if inner is not node:
                self.pattern(inner, kind, end, value)
            else:
                self.visit(node)


def _has_expressions(node: Any) -> bool:
    cls = node.__class__
    if cls is ast.AssignmentPattern:
        return True
    if cls is ast.ObjectPattern:
        return any((item.__class__ is ast.Property and item.computed) or
                   _has_expressions(item.argument if item.__class__ is ast.RestElement else item.value)
                   for item in node.properties)
    if cls is ast.ArrayPattern:
        return any(item is not None and _has_expressions(item) for item in node.elements)
    return cls is ast.RestElement and _has_expressions(node.argument)
