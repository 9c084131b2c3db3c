"""What scope analysis does at each kind of node (see `scope`)."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import ACTIVE, ARGUMENTS, HOME, NEW_TARGET, THIS, Binding, Merge, Reference, Scope
from tsrun.compiler.declarations import (
    bound_names,
    declares,
    instantiated_path,
    is_direct_eval,
    merged_declarations,
    pattern_names,
)
from tsrun.compiler.scope import VISITORS, Analysis
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError


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
    if node.computed or node.property.__class__ is ast.PrivateIdentifier:
        analysis.visit(node.property)


def _call(analysis: Analysis, node: Any) -> None:
    if node.callee.__class__ is ast.Super:
        analysis.refer(ACTIVE, node.start)
        analysis.refer(NEW_TARGET, node.start)
        analysis.assign(THIS, node.start)
        _parameter_properties(analysis)
    else:
        analysis.visit(node.callee)
        if is_direct_eval(node):
            _direct_eval(analysis, node.start)
    for argument in node.arguments:
        analysis.visit(argument)


def _direct_eval(analysis: Analysis, at: int) -> None:
    """It may use all names there are, and make closures."""
    analysis.scope.evaluates = True
    analysis.closures += 1
    function = analysis.scope.function
    while function.arrow and function.parent is not None:
        function = function.parent.function
    for name in (THIS, NEW_TARGET, ARGUMENTS) if function.kind == kinds.FUNCTION_SCOPE else (THIS, NEW_TARGET):
        analysis.refer(name, at).captured = True
    if function.home != kinds.NO_SUPER:
        analysis.refer(HOME, at).captured = True
    if function.home == kinds.SUPER_CALL:
        analysis.refer(ACTIVE, at).captured = True


def _parameter_properties(analysis: Analysis) -> None:
    """What super() does next: it gives parameter properties their values, from wherever it is called."""
    here = analysis.scope.function
    function = here
    while function.arrow and function.parent is not None:
        function = function.parent.function
    for item in getattr(function.node, "params", ()):
        if item.__class__ is ast.TSParameterProperty:
            for name in pattern_names(item.parameter):
                binding = function.names.get(name)
                if binding is not None:
                    binding.used = True
                    binding.captured |= here is not function


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
    if node.method or node.kind != "init":
        analysis.function(node.value, kinds.SUPER_PROPERTY)
    else:
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
            if kind == kinds.CONST and declarator.id.__class__ is ast.Identifier:
                scope.names[declarator.id.name].node = declarator
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
    current: Any = node
    while current.__class__ is ast.IfStatement:
        analysis.visit(current.test)
        analysis.visit(current.consequent)
        current = current.alternate
    if current is not None:
        analysis.visit(current)


def _lexical_head(node: Any) -> bool:
    return node.__class__ is ast.VariableDeclaration and node.kind != "var"


def _for(analysis: Analysis, node: ast.ForStatement) -> None:
    scope = analysis.open(kinds.LOOP, node) if _lexical_head(node.init) else None
    analysis.loops += 1
    for part in (node.init, node.test, node.update, node.body):
        if part is not None:
            analysis.visit(part)
    analysis.loops -= 1
    if scope is not None:
        analysis.close(scope)


def _while(analysis: Analysis, node: Any) -> None:
    analysis.loops += 1
    analysis.visit(node.test)
    analysis.visit(node.body)
    analysis.loops -= 1


def _for_each(analysis: Analysis, node: Any) -> None:
    analysis.loops += 1
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
    analysis.loops -= 1
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
                analysis.export(name)
    elif node.source is None:
        analysis.export_specifiers += [item for item in node.specifiers if item.exportKind != "type"]


def _export_default(analysis: Analysis, node: ast.ExportDefaultDeclaration) -> None:
    declaration = node.declaration
    if isinstance(declaration, ast.FunctionDeclaration | ast.ClassDeclaration) and declaration.id is not None:
        analysis.visit(declaration)
        analysis.export(declaration.id.name)
    elif isinstance(declaration, ast.FunctionDeclaration):
        analysis.visit(declaration)
        analysis.export(DEFAULT)
    elif not isinstance(declaration, ast.TSInterfaceDeclaration | ast.TSDeclareFunction) \
            and not (isinstance(declaration, ast.ClassDeclaration) and declaration.declare):
        analysis.declare(DEFAULT, kinds.CONST, node.end)
        analysis.visit(declaration)
        analysis.export(DEFAULT)


def _export_assignment(analysis: Analysis, node: ast.TSExportAssignment) -> None:
    """`export = x`: the variable itself if it is one, else its value."""
    if analysis.scope.kind != kinds.MODULE:
        raise SourceError("export = belongs at the top of a module", node.start, node.end)
    expression = node.expression
    if isinstance(expression, ast.Identifier):
        analysis.export_specifiers.append(ast.ExportSpecifier(node.start, node.end, expression, expression))
    else:
        analysis.declare(DEFAULT, kinds.CONST, node.end)
        analysis.visit(expression)
        analysis.export(DEFAULT)


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
        if analysis.scope.kind != kinds.MODULE:
            raise SourceError("import with require() belongs at the top of a module", node.start, node.end)
        analysis.declare(node.id.name, kinds.IMPORT, 0, node)
        return
    left: Any = node.moduleReference
    while left.__class__ is ast.TSQualifiedName:
        left = left.left
    if analysis.scope.merge is None or node.id.name not in analysis.scope.merge.names:
        binding = analysis.declare(node.id.name, kinds.CONST, node.end, node)
        binding.opaque = True
        analysis.import_aliases.setdefault(analysis.scope, []).append((binding, left))
    else:
        analysis.refer(left.name, left.start)


VISITORS.update({
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
    ast.VariableDeclaration: _variables,
    ast.BlockStatement: _block,
    ast.IfStatement: _if,
    ast.ForStatement: _for,
    ast.ForInStatement: _for_each,
    ast.ForOfStatement: _for_each,
    ast.WhileStatement: _while,
    ast.DoWhileStatement: _while,
    ast.SwitchStatement: _switch,
    ast.CatchClause: _catch,
    ast.LabeledStatement: _labelled,
    ast.ImportDeclaration: _import,
    ast.ExportNamedDeclaration: _export_named,
    ast.ExportDefaultDeclaration: _export_default,
    ast.TSEnumDeclaration: _enum,
    ast.TSModuleDeclaration: _namespace,
    ast.TSImportEqualsDeclaration: _import_equals,
    ast.TSExportAssignment: _export_assignment,
})
VISITORS.update(dict.fromkeys((
    ast.TSAsExpression, ast.TSSatisfiesExpression, ast.TSTypeAssertion, ast.TSNonNullExpression,
    ast.TSInstantiationExpression, ast.ExpressionStatement, ast.ChainExpression,
), _wrapper))
VISITORS.update(dict.fromkeys((
    ast.NumericLiteral, ast.StringLiteral, ast.BooleanLiteral, ast.NullLiteral, ast.BigIntLiteral, ast.RegExpLiteral,
    ast.TemplateElement, ast.Super, ast.EmptyStatement, ast.DebuggerStatement,
    ast.BreakStatement, ast.ContinueStatement, ast.ExportAllDeclaration,
    ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration,
    ast.TSDeclareFunction, ast.TSNamespaceExportDeclaration, ast.TSTypeAnnotation, ast.TSTypeParameterInstantiation,
    ast.TSTypeParameterDeclaration,
), _nothing))
