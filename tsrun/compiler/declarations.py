"""Questions about declarations that need no scopes: what a statement declares, what is left of it at run time."""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler.bindings import Merge, Scope
from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WRAPPERS: frozenset[Any] = frozenset({
    ast.TSAsExpression, ast.TSSatisfiesExpression, ast.TSTypeAssertion, ast.TSNonNullExpression,
    ast.TSInstantiationExpression,
})
"""Expressions that say something about types only."""

_PRIMITIVE: frozenset[Any] = frozenset({
    ast.NumericLiteral, ast.StringLiteral, ast.BooleanLiteral, ast.NullLiteral, ast.BigIntLiteral, ast.TemplateLiteral,
    ast.BinaryExpression, ast.UnaryExpression, ast.UpdateExpression,
})
_ERASED: frozenset[Any] = frozenset({ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration, ast.TSDeclareFunction})


def target_of(node: Any) -> Any:
    """An expression without what only types need."""
    while node.__class__ in WRAPPERS:
        node = node.expression
    return node


def is_resource(node: Any) -> bool:
    """Whether a statement is a `using` or `await using` declaration."""
    return node.__class__ is ast.VariableDeclaration and bool(node.kind.endswith("using"))


def is_primitive(node: Any) -> bool:
    """Whether the expression's value is certainly no object, as its form alone shows."""
    node = target_of(node)
    if node.__class__ is ast.AssignmentExpression:
        if node.operator not in {"=", "&&=", "||=", "??="}:
            return True
        if node.operator == "=":
            node = target_of(node.right)
    return node.__class__ in _PRIMITIVE


def pattern_names(node: Any) -> Iterator[str]:
    cls = node.__class__
    if cls is ast.Identifier:
        yield node.name
    elif cls is ast.AssignmentPattern:
        yield from pattern_names(node.left)
    elif cls is ast.RestElement:
        yield from pattern_names(node.argument)
    elif cls is ast.ArrayPattern:
        for item in node.elements:
            if item is not None:
                yield from pattern_names(item)
    elif cls is ast.ObjectPattern:
        for item in node.properties:
            yield from pattern_names(item.argument if item.__class__ is ast.RestElement else item.value)


def bound_names(node: Any) -> list[str]:
    """The names of values that a declaration binds."""
    if node.__class__ is ast.VariableDeclaration:
        return [] if node.declare else [name for item in node.declarations for name in pattern_names(item.id)]
    if node.__class__ is ast.TSModuleDeclaration:
        return namespace_path(node)[:1] if instantiated(node) else []
    if node.__class__ in _ERASED or getattr(node, "declare", False) or getattr(node, "importKind", "value") == "type":
        return []
    return [node.id.name] if getattr(node, "id", None) is not None else []


def ambient_names(node: Any) -> list[str]:
    """The names of values that a declaration says to be there without making them: `declare const x`."""
    types = node.__class__ is ast.TSInterfaceDeclaration or node.__class__ is ast.TSTypeAliasDeclaration
    if types or not getattr(node, "declare", False):
        return []
    if node.__class__ is ast.VariableDeclaration:
        return [name for item in node.declarations for name in pattern_names(item.id)]
    return [node.id.name] if isinstance(getattr(node, "id", None), ast.Identifier) else []


def declares(body: Sequence[Any]) -> bool:
    """Whether a list of statements declares anything that lives in its block."""
    for statement in body:
        cls = statement.__class__
        if cls is ast.VariableDeclaration:
            if statement.kind != "var":
                return True
        elif cls in _BLOCK_LEVEL:
            return True
    return False


_BLOCK_LEVEL: frozenset[Any] = frozenset({
    ast.FunctionDeclaration, ast.ClassDeclaration, ast.TSEnumDeclaration, ast.TSModuleDeclaration,
    ast.TSImportEqualsDeclaration, ast.ExportNamedDeclaration, ast.ImportDeclaration,
})


def namespace_path(node: ast.TSModuleDeclaration) -> list[str]:
    """The parts of `namespace A.B.C`."""
    parts: list[str] = []
    part: Any = node.id
    while part.__class__ is ast.TSQualifiedName:
        parts.append(part.right.name)
        part = part.left
    parts.append(part.name)
    return parts[::-1]


def instantiated(node: Any) -> bool:
    """Whether anything of a statement in a namespace (or of a namespace) is left at run time."""
    cls = node.__class__
    if cls is ast.TSModuleDeclaration:
        if node.declare or node.kind == "global" or node.id.__class__ is ast.StringLiteral or node.body is None:
            return False
        return any(instantiated(statement) for statement in node.body.body)
    if cls in _ERASED or getattr(node, "declare", False):
        return False
    if cls is ast.ExportNamedDeclaration:
        return node.declaration is not None and (
            node.declaration.__class__ is ast.TSImportEqualsDeclaration or instantiated(node.declaration))
    return cls is not ast.TSImportEqualsDeclaration


def instantiated_path(node: ast.TSModuleDeclaration) -> list[str]:
    """The parts of a namespace's name; none if nothing of it is left at run time."""
    return namespace_path(node) if instantiated(node) else []


def merged_declarations(body: Sequence[Any], scope: Scope) -> None:
    """Note what all namespaces and enums of one name in `body` export, before any of them is looked at."""
    for statement in body:
        exported = statement.__class__ is ast.ExportNamedDeclaration
        declaration = statement.declaration if exported else statement
        if declaration.__class__ in _MERGING:
            nested = scope.merge.nested if exported and scope.merge is not None else scope.merges
            _collect(declaration, nested)


_MERGING: frozenset[Any] = frozenset({ast.TSEnumDeclaration, ast.TSModuleDeclaration})


def _collect(node: Any, merges: dict[str, Merge]) -> None:
    if not instantiated(node):
        return
    if node.__class__ is ast.TSEnumDeclaration:
        merge = merges.setdefault(node.id.name, Merge())
        merge.names.update(member_name(member) for member in node.body.members)
        return
    path = namespace_path(node)
    merge = merges.setdefault(path[0], Merge())
    for part in path[1:]:
        merge.names.add(part)
        merge = merge.nested.setdefault(part, Merge())
    for statement in node.body.body:
        if statement.__class__ is ast.ExportNamedDeclaration and statement.declaration is not None:
            merge.names.update(bound_names(statement.declaration) or ambient_names(statement.declaration))
            if statement.declaration.__class__ in _MERGING:
                _collect(statement.declaration, merge.nested)


def member_name(member: ast.TSEnumMember) -> str:
    return member.id.name if isinstance(member.id, ast.Identifier) else member.id.value


def is_direct_eval(node: Any) -> bool:
    """Whether a call is one that may turn out to be a direct eval."""
    return node.__class__ is ast.CallExpression and node.callee.__class__ is ast.Identifier \
        and node.callee.name == "eval" and not node.optional


def parameter_decorators(item: Any) -> list[Any]:
    """The decorators of a parameter, whatever it is wrapped in."""
    found = [*getattr(item, "decorators", ())]
    for wrapped in (getattr(item, "parameter", None), getattr(item, "left", None)):
        if wrapped is not None:
            found += parameter_decorators(wrapped)
    return found
