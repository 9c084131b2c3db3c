"""Scope analysis: one walk over the tree that finds what every scope declares and what closures capture.

Uses of names are collected per scope and settled when the scope closes: what the scope declares takes its uses, the rest
moves to the scope around it, marked as captured where it leaves a function. So declarations need not be known before
the walk reaches them, and hoisting is no special case. Types are not walked at all, which is why a name that only types
use is never "used".
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import (
    ACTIVE,
    ARGUMENTS,
    HOME,
    NEW_TARGET,
    PSEUDO_NAMES,
    THIS,
    Binding,
    FunctionScope,
    Merge,
    Reference,
    Scope,
)
from tsrun.compiler.declarations import bound_names, declares, instantiated_path, is_primitive, merged_declarations, pattern_names, target_of
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

Visitor = Callable[["Analysis", Any], None]


class Analysis:
    """The scopes of a program, by the node that opens them."""

    def __init__(self, program: ast.Program, module: bool) -> None:
        self.scopes: dict[ast.Node, Scope] = {}
        self.export_specifiers: list[ast.ExportSpecifier] = []
        self.statics: dict[ast.Node, FunctionScope] = {}
        self.closures = 0
        self.top = FunctionScope(kinds.MODULE if module else kinds.SCRIPT, None, program)
        self.scope: Scope = self.top
        self.scopes[program] = self.top
        self.statements(program.body)
        for specifier in self.export_specifiers:
            _export(self, specifier.local.name)  # type: ignore[union-attr] a string only where there is a source
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
                if name in scope.refs:
                    names.setdefault(name, Binding(name, kinds.PSEUDO, scope, 0))
        outer = scope.parent
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
        for inner, declared in scope.aliases:
            if not declared.assigns:
                inner.alias = declared
                declared.captured |= inner.captured
                declared.used |= inner.used
                declared.first = min(declared.first, inner.first)
        if outer is not None:
            scope.refs = {}
            self.scope = outer

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

    def function(self, node: Any) -> None:
        """A function of any form: parameters, then body."""
        self.closures += 1
        arrow = node.__class__ is ast.ArrowFunctionExpression
        scope = FunctionScope(kinds.FUNCTION_SCOPE, self.scope, node, arrow)
        self.scope = self.scopes[node] = scope
        before = self.closures
        plain = True
        for parameter in node.params:
            if parameter.__class__ is ast.TSParameterProperty:
                parameter = parameter.parameter
                self.refer(THIS, parameter.start)
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

    def class_(self, node: Any) -> None:
        """A class: its name and computed keys in a scope of its own, initialisers in functions of theirs."""
        declared = None
        if node.__class__ is ast.ClassDeclaration and node.id is not None:
            declared = self.declare(node.id.name, kinds.CLASS, node.end, node)
        scope = self.open(kinds.CLASS_SCOPE, node)
        inner = None
        if node.id is not None:
            inner = Binding(node.id.name, kinds.INNER, scope, 0, node)
            scope.names[node.id.name] = inner
        if node.superClass is not None:
            self.visit(node.superClass)
        fields = FunctionScope(kinds.FIELDS, scope, node.body)
        statics = FunctionScope(kinds.STATICS, scope, node.body)
        for member in node.body.body:
            self.member(member, scope, fields, statics)
        self.scopes[node.body] = fields
        has_statics = any(
            member.__class__ is ast.StaticBlock or member.__class__ is ast.PropertyDefinition and member.static
            for member in node.body.body)
        if has_statics:
            self.statics[node] = statics
        self.close(fields)
        self.close(statics)
        self.close(scope)
        if inner is not None and declared is not None and declared.kind == kinds.CLASS and not has_statics:
            declared.scope.aliases.append((inner, declared))

    def member(self, member: Any, scope: Scope, fields: FunctionScope, statics: FunctionScope) -> None:
        cls = member.__class__
        if cls is ast.StaticBlock:
            self.closures += 1
            self.scope = statics
            block = self.open(kinds.STATIC_BLOCK, member)
            self.statements(member.body)
            self.close(block)
        elif cls is ast.MethodDefinition:
            if member.value.__class__ is ast.TSEmptyBodyFunctionExpression:
                return
            if member.computed:
                self.visit(member.key)
            self.function(member.value)
        elif cls is ast.PropertyDefinition and not member.declare:
            if member.computed:
                self.visit(member.key)
                name = f"%key{member.start}"
                key = scope.names[name] = Binding(name, kinds.PSEUDO, scope, 0)
                key.captured = True
            self.closures += 1
            self.scope = statics if member.static else fields
            self.refer(THIS, member.start)
            if member.value is not None:
                self.visit(member.value)
        self.scope = scope


def _has_expressions(node: Any) -> bool:
    cls = node.__class__
    if cls is ast.AssignmentPattern:
        return True
    if cls is ast.ObjectPattern:
        return any(item.__class__ is ast.Property and item.computed or
                   _has_expressions(item.argument if item.__class__ is ast.RestElement else item.value)
                   for item in node.properties)
    if cls is ast.ArrayPattern:
        return any(item is not None and _has_expressions(item) for item in node.elements)
    return cls is ast.RestElement and _has_expressions(node.argument)


# ---- what the nodes do


def _nothing(_analysis: Analysis, _node: Any) -> None:
    """Literals, types, and declarations that leave nothing."""


def _identifier(analysis: Analysis, node: ast.Identifier) -> None:
    refs = analysis.scope.refs
    if node.name not in refs:
        refs[node.name] = Reference(node.start)


def _this(analysis: Analysis, node: ast.Node) -> None:
    analysis.refer(THIS, node.start)


def _meta(analysis: Analysis, node: ast.MetaProperty) -> None:
    if node.meta.name == "new":
        analysis.refer(NEW_TARGET, node.start)


def _member(analysis: Analysis, node: ast.MemberExpression) -> None:
    if node.object.__class__ is ast.Super:
        analysis.refer(THIS, node.start)
        analysis.refer(HOME, node.start)
    else:
        analysis.visit(node.object)
    if node.computed:
        analysis.visit(node.property)


def _call(analysis: Analysis, node: Any) -> None:
    if node.callee.__class__ is ast.Super:
        analysis.refer(ACTIVE, node.start)
        analysis.refer(NEW_TARGET, node.start)
        analysis.assign(THIS, node.start)
    else:
        analysis.visit(node.callee)
    for argument in node.arguments:
        analysis.visit(argument)


def _binary(analysis: Analysis, node: Any) -> None:
    rights = []
    current: Any = node
    while current.__class__ is ast.BinaryExpression or current.__class__ is ast.LogicalExpression:
        rights.append(current.right)
        current = current.left
    analysis.visit(current)
    while rights:
        analysis.visit(rights.pop())


def _assignment(analysis: Analysis, node: ast.AssignmentExpression) -> None:
    analysis.pattern(node.left, None, node.end, node if node.operator != "=" else node.right)
    analysis.visit(node.right)


def _update(analysis: Analysis, node: ast.UpdateExpression) -> None:
    analysis.pattern(node.argument, None, node.end, node)


def _property(analysis: Analysis, node: ast.Property) -> None:
    if node.computed:
        analysis.visit(node.key)
    analysis.visit(node.value)


def _tagged(analysis: Analysis, node: ast.TaggedTemplateExpression) -> None:
    analysis.visit(node.tag)
    for expression in node.quasi.expressions:
        analysis.visit(expression)


def _wrapper(analysis: Analysis, node: Any) -> None:
    analysis.visit(node.expression)


def _function_declaration(analysis: Analysis, node: ast.FunctionDeclaration) -> None:
    if node.declare:
        return
    scope = analysis.scope
    scope.hoisted.append(node)
    analysis.declare(node.id.name if node.id is not None else DEFAULT, kinds.FUNCTION, node.start, node)
    analysis.function(node)


def _class_declaration(analysis: Analysis, node: Any) -> None:
    if not node.declare:
        analysis.class_(node)


def _variables(analysis: Analysis, node: ast.VariableDeclaration) -> None:
    if node.declare:
        return
    kind = {"var": kinds.VAR, "let": kinds.LET}.get(node.kind, kinds.CONST)
    scope = analysis.scope
    for declarator in node.declarations:
        if scope.merge is not None and not scope.merge.names.isdisjoint(pattern_names(declarator.id)):
            # Exported from a namespace: the pattern assigns properties of the namespace's object.
            if declarator.init is not None:
                analysis.pattern(declarator.id, None, declarator.end)
        else:
            init = declarator.init
            end = declarator.end
            if init is None and kind == kinds.VAR:
                end = declarator.id.end
            analysis.pattern(declarator.id, kind, end, init if init is not None else _UNDEFINED)
        if declarator.init is not None:
            analysis.visit(declarator.init)


_UNDEFINED = ast.NullLiteral(0, 0)
"""Stands for the value of `let x;`, as primitive as null."""


def _block(analysis: Analysis, node: ast.BlockStatement) -> None:
    if declares(node.body):
        scope = analysis.open(kinds.BLOCK, node)
        analysis.statements(node.body)
        analysis.close(scope)
    else:
        for statement in node.body:
            analysis.visit(statement)


def _if(analysis: Analysis, node: ast.IfStatement) -> None:
    current: ast.Statement | None = node
    while current.__class__ is ast.IfStatement:
        analysis.visit(current.test)            # type: ignore[union-attr]
        analysis.visit(current.consequent)      # type: ignore[union-attr]
        current = current.alternate             # type: ignore[union-attr]
    if current is not None:
        analysis.visit(current)


def _lexical_head(node: Any) -> bool:
    return node.__class__ is ast.VariableDeclaration and node.kind != "var"


def _for(analysis: Analysis, node: ast.ForStatement) -> None:
    scope = analysis.open(kinds.LOOP, node) if _lexical_head(node.init) else None
    for part in (node.init, node.test, node.update, node.body):
        if part is not None:
            analysis.visit(part)
    if scope is not None:
        analysis.close(scope)


def _for_each(analysis: Analysis, node: Any) -> None:
    left = node.left
    scope = None
    if left.__class__ is ast.VariableDeclaration:
        if left.kind != "var":
            scope = analysis.open(kinds.LOOP, node)
        kind = {"var": kinds.VAR, "let": kinds.LET}.get(left.kind, kinds.CONST)
        declarator = left.declarations[0]
        if declarator.init is not None:
            analysis.visit(declarator.init)
        value = _UNDEFINED if node.__class__ is ast.ForInStatement else None
        analysis.pattern(declarator.id, kind, node.right.end, value)
    else:
        analysis.pattern(left, None, node.right.end)
    analysis.visit(node.right)
    analysis.visit(node.body)
    if scope is not None:
        analysis.close(scope)


def _switch(analysis: Analysis, node: ast.SwitchStatement) -> None:
    analysis.visit(node.discriminant)
    scope = analysis.open(kinds.SWITCH, node)
    for case in node.cases:
        merged_declarations(case.consequent, scope)
    for case in node.cases:
        if case.test is not None:
            analysis.visit(case.test)
        for statement in case.consequent:
            analysis.visit(statement)
    analysis.close(scope)


def _catch(analysis: Analysis, node: ast.CatchClause) -> None:
    scope = analysis.open(kinds.CATCH_SCOPE, node)
    if node.param is not None:
        analysis.pattern(node.param, kinds.CATCH, node.param.end)
    analysis.visit(node.body)
    analysis.close(scope)


def _labelled(analysis: Analysis, node: ast.LabeledStatement) -> None:
    analysis.visit(node.body)


# ---- modules


DEFAULT = "*default*"
"""The binding of an export default that has no name."""


def _import(analysis: Analysis, node: ast.ImportDeclaration) -> None:
    if node.importKind == "type":
        return
    for specifier in node.specifiers:
        if getattr(specifier, "importKind", "value") != "type":
            analysis.declare(specifier.local.name, kinds.IMPORT, 0, specifier)


def _export_named(analysis: Analysis, node: ast.ExportNamedDeclaration) -> None:
    if node.exportKind == "type":
        return
    if node.declaration is not None:
        analysis.visit(node.declaration)
        if analysis.scope.kind == kinds.MODULE:
            for name in bound_names(node.declaration):
                _export(analysis, name)
    elif node.source is None:
        analysis.export_specifiers += [item for item in node.specifiers if item.exportKind != "type"]


def _export(analysis: Analysis, name: str) -> None:
    binding = analysis.top.names.get(name)
    if binding is not None and binding.kind != kinds.IMPORT:
        binding.exported = binding.captured = binding.used = True


def _export_default(analysis: Analysis, node: ast.ExportDefaultDeclaration) -> None:
    declaration = node.declaration
    if isinstance(declaration, ast.FunctionDeclaration | ast.ClassDeclaration) and declaration.id is not None:
        analysis.visit(declaration)
        _export(analysis, declaration.id.name)
    elif isinstance(declaration, ast.FunctionDeclaration):
        analysis.visit(declaration)
        _export(analysis, DEFAULT)
    elif not isinstance(declaration, ast.TSInterfaceDeclaration | ast.TSDeclareFunction):
        if not (isinstance(declaration, ast.ClassDeclaration) and declaration.declare):
            analysis.declare(DEFAULT, kinds.CONST, node.end)
            analysis.visit(declaration)
            _export(analysis, DEFAULT)


# ---- TypeScript


def _enum(analysis: Analysis, node: ast.TSEnumDeclaration) -> None:
    if node.declare:
        return
    outer = analysis.scope
    binding = analysis.declare(node.id.name, kinds.MERGED, node.start, node)
    binding.opaque = True
    scope = analysis.open(kinds.ENUM, node)
    holder = Binding(node.id.name, kinds.PSEUDO, scope, 0)
    scope.names[node.id.name] = holder
    scope.merge = _merge_of(outer, node.id.name)
    for member in node.body.members:
        if member.initializer is not None:
            analysis.visit(member.initializer)
    analysis.close(scope)


def _merge_of(scope: Scope, name: str) -> Merge | None:
    if scope.merge is not None and name in scope.merge.nested:
        return scope.merge.nested[name]
    return scope.merges.get(name)


def _namespace(analysis: Analysis, node: ast.TSModuleDeclaration) -> None:
    names = instantiated_path(node)
    if not names:
        return
    namespace_scope(analysis, node, names, 0)


def namespace_scope(analysis: Analysis, node: ast.TSModuleDeclaration, names: list[str], index: int) -> None:
    """The scope of one part of a dotted namespace; the innermost has the statements.

    Its key is the node that spells the part, since one declaration node can open several scopes.
    """
    outer = analysis.scope
    name = names[index]
    binding = analysis.declare(name, kinds.MERGED, node.start, node)
    binding.opaque = True
    scope = analysis.open(kinds.NAMESPACE, namespace_key(node, index))
    holder = Binding(name, kinds.PSEUDO, scope, 0)
    scope.names[name] = holder
    scope.merge = _merge_of(outer, name)
    if index + 1 < len(names):
        namespace_scope(analysis, node, names, index + 1)
    elif node.body is not None:
        analysis.statements(node.body.body)
    analysis.close(scope)


def namespace_key(node: ast.TSModuleDeclaration, index: int) -> ast.Node:
    """The node under which the scope of part `index` of a namespace's name is kept."""
    parts: list[Any] = []
    part: Any = node.id
    while part.__class__ is ast.TSQualifiedName:
        parts.append(part.right)
        part = part.left
    parts.append(part)
    key: ast.Node = parts[-1 - index]
    return key


def _import_equals(analysis: Analysis, node: ast.TSImportEqualsDeclaration) -> None:
    if node.importKind == "type":
        return
    if node.moduleReference.__class__ is ast.TSExternalModuleReference:
        raise SourceError("import with require() is not supported yet", node.start, node.end)
    if analysis.scope.merge is None or node.id.name not in analysis.scope.merge.names:
        binding = analysis.declare(node.id.name, kinds.CONST, node.end, node)
        binding.opaque = True
    left: Any = node.moduleReference
    while left.__class__ is ast.TSQualifiedName:
        left = left.left
    analysis.refer(left.name, left.start)


VISITORS: dict[type, Visitor] = {
    ast.Identifier: _identifier,
    ast.ThisExpression: _this,
    ast.MetaProperty: _meta,
    ast.MemberExpression: _member,
    ast.CallExpression: _call,
    ast.NewExpression: _call,
    ast.BinaryExpression: _binary,
    ast.LogicalExpression: _binary,
    ast.AssignmentExpression: _assignment,
    ast.UpdateExpression: _update,
    ast.Property: _property,
    ast.TaggedTemplateExpression: _tagged,
    ast.FunctionExpression: Analysis.function,
    ast.ArrowFunctionExpression: Analysis.function,
    ast.FunctionDeclaration: _function_declaration,
    ast.ClassExpression: Analysis.class_,
    ast.ClassDeclaration: _class_declaration,
    ast.VariableDeclaration: _variables,
    ast.BlockStatement: _block,
    ast.IfStatement: _if,
    ast.ForStatement: _for,
    ast.ForInStatement: _for_each,
    ast.ForOfStatement: _for_each,
    ast.SwitchStatement: _switch,
    ast.CatchClause: _catch,
    ast.LabeledStatement: _labelled,
    ast.ImportDeclaration: _import,
    ast.ExportNamedDeclaration: _export_named,
    ast.ExportDefaultDeclaration: _export_default,
    ast.TSEnumDeclaration: _enum,
    ast.TSModuleDeclaration: _namespace,
    ast.TSImportEqualsDeclaration: _import_equals,
}
for _class in (ast.TSAsExpression, ast.TSSatisfiesExpression, ast.TSTypeAssertion, ast.TSNonNullExpression,
               ast.TSInstantiationExpression, ast.ExpressionStatement, ast.ChainExpression):
    VISITORS[_class] = _wrapper
for _class in (ast.NumericLiteral, ast.StringLiteral, ast.BooleanLiteral, ast.NullLiteral, ast.BigIntLiteral,
               ast.RegExpLiteral, ast.TemplateElement, ast.Super, ast.PrivateIdentifier, ast.EmptyStatement,
               ast.DebuggerStatement, ast.BreakStatement, ast.ContinueStatement, ast.ExportAllDeclaration,
               ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration, ast.TSDeclareFunction,
               ast.TSNamespaceExportDeclaration, ast.TSTypeAnnotation, ast.TSTypeParameterInstantiation,
               ast.TSTypeParameterDeclaration):
    VISITORS[_class] = _nothing
