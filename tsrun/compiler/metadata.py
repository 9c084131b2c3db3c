"""Types of decorated members at run time, as the option emitDecoratorMetadata has them (design:type and the like).

A type is described by the constructor of its values as far as its form tells, else by Object. What a name means is not
known across files: it counts if it turns out to be a function when the class is evaluated.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.builder import Label
from tsrun.compiler.names import import_index, lookup
from tsrun.compiler.opcodes import O
from tsrun.heap.layout import R_DECORATE_METADATA
from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tsrun.compiler.bindings import Binding
    from tsrun.compiler.generator import Generator

OBJECT, VOID = "Object", ""
"""Names of globals; VOID is undefined."""
_BY_FORM: dict[type, str] = {
    ast.TSStringKeyword: "String", ast.TSTemplateLiteralType: "String", ast.TSNumberKeyword: "Number",
    ast.TSBooleanKeyword: "Boolean", ast.TSBigIntKeyword: "BigInt", ast.TSSymbolKeyword: "Symbol",
    ast.TSVoidKeyword: VOID, ast.TSUndefinedKeyword: VOID, ast.TSNullKeyword: VOID, ast.TSNeverKeyword: VOID,
    ast.TSFunctionType: "Function", ast.TSConstructorType: "Function", ast.TSArrayType: "Array",
    ast.TSTupleType: "Array",
}
_LITERALS: dict[type, str] = {
    ast.StringLiteral: "String", ast.TemplateLiteral: "String", ast.NumericLiteral: "Number",
    ast.BooleanLiteral: "Boolean", ast.BigIntLiteral: "BigInt", ast.NullLiteral: VOID, ast.UnaryExpression: "Number",
}


class Types:
    """What the types of one program are described by."""

    def __init__(self, program: Any, strict_null: bool) -> None:
        self.strict_null = strict_null
        self.aliases: dict[str, Any] = {}
        """Types declared at the top by name; an interface is None."""
        for statement in program.body:
            declaration = getattr(statement, "declaration", None) or statement
            if declaration.__class__ is ast.TSTypeAliasDeclaration:
                self.aliases[declaration.id.name] = declaration.typeAnnotation
            elif declaration.__class__ is ast.TSInterfaceDeclaration:
                self.aliases[declaration.id.name] = None

    def describe(self, node: Any, hidden: frozenset[str] = frozenset()) -> Any:
        """The name of a global, or a name (Identifier or TSQualifiedName) to ask at run time."""
        cls = node.__class__
        if cls in _BY_FORM:
            return _BY_FORM[cls]
        if cls is ast.TSLiteralType:
            literal = node.literal
            if literal.__class__ is ast.UnaryExpression and literal.argument.__class__ is ast.BigIntLiteral:
                return "BigInt"
            return _LITERALS.get(literal.__class__, OBJECT)
        if cls is ast.TSTypePredicate:
            return VOID if node.asserts else "Boolean"
        if cls is ast.TSTypeOperator and node.operator == "readonly":
            return self.describe(node.typeAnnotation, hidden)
        if cls is ast.TSUnionType or cls is ast.TSIntersectionType:
            return self._several(node.types, hidden, cls is ast.TSIntersectionType)
        if cls is ast.TSConditionalType:
            return self._several([node.trueType, node.falseType], hidden, False)
        if cls is ast.TSTypeReference:
            return self._reference(node.typeName, hidden)
        return OBJECT

    def _several(self, types: Sequence[Any], hidden: frozenset[str], intersection: bool) -> Any:
        found: Any = None
        for item in types:
            cls = item.__class__
            if cls is ast.TSNeverKeyword:
                if intersection:
                    return VOID
                continue
            if cls is ast.TSUnknownKeyword and intersection:
                continue
            if not self.strict_null and (cls is ast.TSNullKeyword or cls is ast.TSUndefinedKeyword):
                continue
            described = self.describe(item, hidden)
            if described == OBJECT:
                return OBJECT
            if found is not None and _key(found) != _key(described):
                return OBJECT
            found = described if found is None else found
        return VOID if found is None else found

    def _reference(self, name: Any, hidden: frozenset[str]) -> Any:
        if name.__class__ is not ast.Identifier:
            return name
        if name.name in hidden:
            return OBJECT
        if name.name in self.aliases:
            alias = self.aliases[name.name]
            described = self.describe(alias, hidden | {name.name}) if alias is not None else OBJECT
            return described if isinstance(described, str) else OBJECT
        return name


def _key(described: Any) -> Any:
    if isinstance(described, str):
        return described
    parts = []
    while described.__class__ is ast.TSQualifiedName:
        parts.append(described.right.name)
        described = described.left
    return (described.name, *parts)


# ---- which types a member has


def annotation(node: Any) -> Any:
    """The type that a declaration is annotated with, or None."""
    found = getattr(node, "typeAnnotation", None)
    return found.typeAnnotation if found is not None else None


def parameter_type(item: Any) -> Any:
    """The type of a parameter; of a rest parameter that of its elements."""
    if item.__class__ is ast.TSParameterProperty:
        item = item.parameter
    if item.__class__ is ast.AssignmentPattern:
        return annotation(item.left)
    found = annotation(item)
    if item.__class__ is not ast.RestElement or found is None:
        return found
    if found.__class__ is ast.TSArrayType:
        return found.elementType
    arguments = getattr(found, "typeArguments", None)
    return arguments.params[0] if arguments is not None and len(arguments.params) == 1 else None


def described_types(member: Any, parameters: Sequence[Any], body: Sequence[Any]) -> list[tuple[str, Any]]:
    """Keys of metadata, with a type, or a list of types for the parameters."""
    if member.__class__ is not ast.MethodDefinition:
        return [("design:type", annotation(member))]
    types = [parameter_type(item) for item in parameters]
    if member.kind == "constructor":
        return [("design:paramtypes", types)]
    if member.kind == "method":
        result = _return_type(member.value)
        return [("design:type", _FUNCTION), ("design:paramtypes", types), ("design:returntype", result)]
    setter: Any
    getter: Any
    setter, getter = (next((item for item in body if item.__class__ is ast.MethodDefinition and item.kind == kind and
                            item.static == member.static and _same_key(item.key, member.key)), None)
                      for kind in ("set", "get"))
    value = None
    if setter is not None:
        types = [parameter_type(item) for item in setter.value.params]
        value = types[0] if types else None
    if value is None and getter is not None and getter.value.returnType is not None:
        value = getter.value.returnType.typeAnnotation
    return [("design:type", value), ("design:paramtypes", types)]


_FUNCTION = ast.TSFunctionType(0, 0, [])


def _return_type(function: Any) -> Any:
    if function.returnType is not None:
        return function.returnType.typeAnnotation
    return ast.Identifier(0, 0, "Promise") if function.async_ else ast.TSVoidKeyword(0, 0)


def _same_key(one: Any, other: Any) -> bool:
    name = getattr(one, "name", getattr(one, "value", None))
    return name is not None and name == getattr(other, "name", getattr(other, "value", None))


def names_in(types: Sequence[Any]) -> Iterator[str]:
    """The names that types begin with: what has to be there when the class is evaluated."""
    stack = [item for item in types if item is not None]
    while stack:
        node = stack.pop()
        if node.__class__ is list:
            stack += [item for item in node if item is not None]
        elif node.__class__ is ast.TSTypeReference:
            left: Any = node.typeName
            while left.__class__ is ast.TSQualifiedName:
                left = left.left
            if left.__class__ is ast.Identifier:
                yield left.name
        elif node.__class__ is ast.TSUnionType or node.__class__ is ast.TSIntersectionType:
            stack += node.types
        elif node.__class__ is ast.TSConditionalType:
            stack += [node.trueType, node.falseType]
        elif node.__class__ is ast.TSTypeOperator:
            stack.append(node.typeAnnotation)


# ---- code


def add_metadata(
    g: Generator, member: Any, parameters: Sequence[Any], body: Sequence[Any], hidden: frozenset[str], functions: int,
) -> None:
    """Append the decorators that tell the types of a member to the list in r[functions]."""
    f = g.f
    at = member.start
    types = g.types
    for key, node in described_types(member, parameters, body):
        top = f.top
        base = f.temporary(at)
        f.temporary(at)
        g.load_string(f.temporary(at), key, at)
        value = f.temporary(at)
        if isinstance(node, list):
            g.emit(O.new_array, value, 0, 0, at=at)
            for item in node:
                register = f.temporary(at)
                _value(g, types.describe(item, hidden), register, at)
                g.emit(O.array_append, value, register, at=at)
                f.top = register
        else:
            described = node if node.__class__ is ast.Identifier else types.describe(node, hidden)
            _value(g, described, value, at)
        g.emit(O.call_prelude, base, 2, R_DECORATE_METADATA, at=at)
        g.emit(O.array_append, functions, base, at=at)
        g.emit(O.load_undefined, base, at=at)
        g.emit(O.array_append, functions, base, at=at)
        f.top = top


def _value(g: Generator, described: Any, dst: int, at: int) -> None:
    if described == VOID:
        g.emit(O.load_undefined, dst, at=at)
    elif described == "BigInt":
        _named(g, ast.Identifier(at, at, described), dst, at)
    elif isinstance(described, str):
        g.expr(ast.Identifier(at, at, described), dst)
    else:
        _named(g, described, dst, at)


def _named(g: Generator, name: Any, dst: int, at: int) -> None:
    """What a name means if that is a function, else Object."""
    path = []
    while name.__class__ is ast.TSQualifiedName:
        path.append(name.right.name)
        name = name.left
    binding = lookup(g, name.name) if name.__class__ is ast.Identifier else None
    if binding is not None and not path and binding.constants is not None:
        values = {type(value) for value in binding.constants.values()}
        _value(g, OBJECT if len(values) > 1 else "String" if str in values else "Number", dst, at)
        return
    f = g.f
    top = f.top
    done, other = Label(), Label()
    _first(g, name, binding, dst, at)
    for part in reversed(path):
        f.jump(O.jump_if_nullish, other, dst, at=at)
        g.emit(O.get_property, dst, dst, g.site(part), at=at)
    kind, wanted = f.temporary(at), f.temporary(at)
    g.emit(O.typeof, kind, dst, at=at)
    g.load_string(wanted, "function", at)
    f.jump(O.jump_if_strict_equal, done, kind, wanted, at=at)
    f.bind(other)
    _value(g, OBJECT, dst, at)
    f.bind(done)
    f.top = top


def _first(g: Generator, name: Any, binding: Binding | None, dst: int, at: int) -> None:
    imported = g.metadata_imports.get(name.name) if binding is None or binding.kind == kinds.IMPORT else None
    if imported is not None:
        # Through the namespace of its module: there is no such export if it is a type.
        namespace, export = imported
        g.emit(O.get_import, dst, 0, import_index(g, namespace), at=at)
        if export is not None:
            g.emit(O.get_property, dst, dst, g.site(export), at=at)
    elif binding is None or binding.kind == kinds.IMPORT:
        g.emit(O.typeof_global, dst, 0, g.site(name.name), at=at)
    else:
        g.expr(ast.Identifier(at, at, name.name), dst)
