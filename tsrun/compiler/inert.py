"""Which variables are initialised before any closure of their scope can run.

A function declared in a block can be called before the block's `const` and `let` are initialised, so it has to check
them. But as long as the statements at the head of a block only compute constants and create functions, nothing in the
block can be called yet: what is declared there needs no check anywhere but in those statements themselves.

What is outside of the program can't call its closures either, unless it is handed them. A script's functions are the
exception: they are properties of the global object, and still there after the script ended with an error. So a script's
head ends (`outside` is False) where something else may run or throw.
"""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler import bindings as kinds
from tsrun.compiler.declarations import is_resource, target_of, WRAPPERS
from tsrun.compiler.names import lookup
from tsrun.syntax import ast

if TYPE_CHECKING:
    from tsrun.compiler.bindings import Scope
    from tsrun.compiler.generator import Generator
    from collections.abc import Sequence

_NO_CODE: frozenset[Any] = frozenset({
    ast.FunctionDeclaration, ast.ImportDeclaration, ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration,
    ast.TSDeclareFunction, ast.EmptyStatement, ast.ExportAllDeclaration, ast.TSNamespaceExportDeclaration,
})
_LITERALS: frozenset[Any] = frozenset({ast.NumericLiteral, ast.StringLiteral, ast.BooleanLiteral, ast.NullLiteral})
_FIELDS: frozenset[Any] = frozenset({ast.PropertyDefinition, ast.AccessorProperty})
_VARIABLES = frozenset({kinds.VAR, kinds.LET, kinds.CONST})
_FUNCTIONS: frozenset[Any] = frozenset({ast.FunctionExpression, ast.ArrowFunctionExpression})


def mark_inert(g: Generator, scope: Scope) -> None:
    """Mark the variables of `scope` that its closures may rely on. `scope` is the current one."""
    body = _statements(scope.node)
    if scope.kind == kinds.MODULE and g.escapes_early:
        return
    outside = scope.kind != kinds.SCRIPT
    for statement in body:
        if not _inert_statement(g, statement, scope, outside):
            return


def _statements(node: Any) -> Sequence[Any]:
    body = getattr(node, "body", ())
    if body.__class__ is ast.BlockStatement or body.__class__ is ast.TSModuleBlock:
        body = body.body
    return body if isinstance(body, list) else ()


def _inert_statement(g: Generator, statement: Any, scope: Scope, outside: bool) -> bool:
    cls = statement.__class__
    if cls in _NO_CODE:
        return True
    if cls is ast.ExportNamedDeclaration:
        return statement.declaration is None or _inert_statement(g, statement.declaration, scope, outside)
    if cls is ast.VariableDeclaration:
        if is_resource(statement):
            return False
        for declarator in statement.declarations:
            if declarator.id.__class__ is not ast.Identifier:
                return False
            if declarator.init is not None and not _inert(g, declarator.init, outside):
                return False
            binding = scope.names.get(declarator.id.name)
            if binding is not None and binding.kind in kinds.DEAD_ZONE:
                binding.inert = True
        return True
    if cls is ast.ClassDeclaration:
        if not _inert_class(g, statement, outside):
            return False
        binding = scope.names.get(statement.id.name) if statement.id is not None else None
        if binding is not None:
            binding.inert = True
        return True
    if cls is ast.ExpressionStatement:
        return _inert(g, statement.expression, outside)
    return False


def _inert_class(g: Generator, node: Any, outside: bool) -> bool:
    """No heritage but a class or something global, no static initialiser, no computed key."""
    parent = node.superClass
    if parent is not None:
        binding = lookup(g, parent.name) if parent.__class__ is ast.Identifier else None
        if binding is None and (parent.__class__ is not ast.Identifier or not outside):
            return False
        if binding is not None and (binding.kind != kinds.CLASS or not (outside or binding.inert)):
            return False
    for member in node.body.body:
        if member.__class__ is ast.StaticBlock or getattr(member, "computed", False):
            return False
        if member.__class__ in _FIELDS and member.static:
            return False
    return True


def _inert(g: Generator, node: Any, outside: bool) -> bool:
    """Whether evaluating the expression can't run a closure of this scope."""
    while node.__class__ in WRAPPERS:
        node = node.expression
    cls = node.__class__
    if cls in _FUNCTIONS:
        return True
    if cls is ast.ClassExpression:
        return _inert_class(g, node, outside)
    if cls is ast.Identifier:
        binding = lookup(g, node.name)
        if binding is None:
            return outside or node.name == "undefined"
        return outside or binding.inert or binding.kind not in kinds.DEAD_ZONE
    if cls is ast.ArrayExpression:
        return all(item is None or (item.__class__ is not ast.SpreadElement and _inert(g, item, outside))
                   for item in node.elements)
    if cls is ast.ObjectExpression:
        return all(item.__class__ is ast.Property and not item.computed and _inert(g, item.value, outside)
                   for item in node.properties)
    if cls is ast.CallExpression or cls is ast.NewExpression:
        return outside and _global_path(g, node.callee) and all(_handed_out(g, item) for item in node.arguments)
    return _primitive(g, node, outside)


def _global_path(g: Generator, node: Any) -> bool:
    """`console.log`: something outside of this program."""
    node = target_of(node)
    while node.__class__ is ast.MemberExpression and not node.computed:
        node = target_of(node.object)
    return node.__class__ is ast.Identifier and lookup(g, node.name) is None


def _handed_out(g: Generator, node: Any) -> bool:
    """An argument that gives nobody a way to call a closure of this scope."""
    if node.__class__ is ast.ArrayExpression:
        return all(item is not None and _handed_out(g, item) for item in node.elements)
    return _primitive(g, node, True)


def _primitive(g: Generator, node: Any, outside: bool) -> bool:
    """Whether the expression is made of primitive values only."""
    rights = []
    node = target_of(node)
    while node.__class__ is ast.BinaryExpression and (outside or node.operator not in {"in", "instanceof"}):
        rights.append(node.right)
        node = target_of(node.left)
    cls = node.__class__
    if cls is ast.Identifier:
        binding = lookup(g, node.name)
        known = node.name == "undefined" if binding is None else \
            not binding.opaque and binding.kind in _VARIABLES and (outside or binding.inert)
    elif cls is ast.UnaryExpression:
        known = node.operator != "delete" and _primitive(g, node.argument, outside)
    elif cls is ast.TemplateLiteral:
        known = all(_primitive(g, item, outside) for item in node.expressions)
    else:
        known = cls in _LITERALS
    return known and all(_primitive(g, right, outside) for right in rights)
