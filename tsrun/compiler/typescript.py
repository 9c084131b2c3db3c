"""What of TypeScript's own declarations is left at run time: enums, namespaces and their aliases."""
from __future__ import annotations

from typing import Any, TYPE_CHECKING

from tsrun.compiler import bindings as kinds
from tsrun.compiler.blocks import enter, leave
from tsrun.compiler.builder import Label
from tsrun.compiler.declarations import WRAPPERS, bound_names, instantiated_path, member_name, target_of
from tsrun.compiler.fold import NO_VALUE, binary, constant
from tsrun.compiler.generator import Generator, is_index, statement_of
from tsrun.compiler.names import give_register, lookup, operand_of_binding, read, store, store_slot
from tsrun.compiler.numbers import number_to_string
from tsrun.compiler.opcodes import O
from tsrun.compiler.resources import statements
from tsrun.compiler.operators import load_constant
from tsrun.compiler.scope_nodes import namespace_key
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

if TYPE_CHECKING:
    from tsrun.compiler.bindings import Binding


def define(g: Generator, owner: int, name: str, value: int, at: int) -> None:
    """Give an object a property whose name is known."""
    if is_index(name):
        key = g.temporary(at)
        g.load_number(key, float(name), at)
        g.emit(O.define_own, owner, key, value, at=at)
        g.f.top -= 1
    else:
        g.emit(O.set_property if name == "__proto__" else O.define_field, owner, value, g.site(name), at=at)


def merged_object(g: Generator, name: str, node: Any, exported: bool, dst: int) -> None:
    """The object of an enum or namespace: the one that an earlier declaration made, or a new one."""
    at = node.start
    f = g.f
    binding = lookup(g, name)
    assert binding is not None
    if not exported and binding.kind == kinds.MERGED and binding.node is node:
        g.emit(O.new_object, dst, 4, at=at)
        store(g, binding, dst, at)
        return
    done = Label()
    top = f.top
    holder = operand_of_binding(g, holder_of(g), at) if exported else -1
    if exported:
        g.emit(O.get_property, dst, holder, g.site(name), at=at)
    else:
        read(g, binding, dst, at)
    f.jump(O.jump_unless_nullish, done, dst, at=at)
    g.emit(O.new_object, dst, 4, at=at)
    if exported:
        g.emit(O.set_property, holder, dst, g.site(name), at=at)
    f.bind(done)
    if binding.kind == kinds.MERGED:
        store(g, binding, dst, at)
    f.top = top


def holder_of(g: Generator) -> Binding:
    """The object of the namespace whose statements are at hand."""
    return next(iter(g.scope.names.values()))


def hold(g: Generator, register: int, at: int) -> None:
    """The object of the namespace or enum just entered is in this register."""
    holder = holder_of(g)
    if holder.captured:
        store_slot(g, holder, register, at)
    else:
        give_register(g, holder, register)


# ---- enums


@statement_of(ast.TSEnumDeclaration)
def enum(g: Generator, node: ast.TSEnumDeclaration) -> None:
    enum_object(g, node, False)


def enum_object(g: Generator, node: ast.TSEnumDeclaration, exported: bool) -> None:
    if node.declare:
        return
    f = g.f
    top = f.top
    register = f.temporary(node.start)
    merged_object(g, node.id.name, node, exported, register)
    before = enter(g, g.scopes[node], node.start)
    hold(g, register, node.start)
    known: dict[str, Any] = {}
    outer = holder_binding(g, node.id.name)
    if outer is not None:
        known.update(outer.constants or {})
    following: Any = 0.0
    for member in node.body.members:
        following = _enum_member(g, member, register, known, following)
    leave(g, before)
    f.release(register)
    f.top = top
    if outer is not None:
        outer.constants = known
        if node.const and outer.kind == kinds.MERGED:
            outer.members = {**(outer.members or {}), **known}
            g.const_enums = True


def holder_binding(g: Generator, name: str) -> Binding | None:
    """The binding of an enum's name outside of the enum whose scope is the current one."""
    scope = g.scope.parent
    while scope is not None:
        binding = scope.names.get(name)
        if binding is not None:
            return binding.alias or binding
        scope = scope.parent
    return None


UNKNOWN: Any = object()
"""The value of a member that is one more than that of the member before it, which nobody knows yet."""


def _enum_member(g: Generator, member: ast.TSEnumMember, owner: int, known: dict[str, Any], following: Any) -> Any:
    """Define one member; returns the value of the next one if that has no initialiser."""
    f = g.f
    at = member.start
    top = f.top
    name = member_name(member)
    value = f.temporary(at)
    text = False
    if member.initializer is None:
        if following is NO_VALUE:
            raise SourceError("Enum member must have initializer", member.start, member.end)
        result = following
    else:
        result = _enum_constant(g, member.initializer, known)
        text = result is NO_VALUE and _is_text(member.initializer)
    if result is UNKNOWN:
        _next_value(g, member, owner, value)
    elif result is not NO_VALUE:
        known[name] = result
        load_constant(g, value, result, at)
    else:
        known.pop(name, None)
        g.expr(member.initializer, value)
    define(g, owner, name, value, at)
    if result.__class__ is not str and not text:
        reverse = f.temporary(at)
        g.load_string(reverse, name, at)
        if result is NO_VALUE or result is UNKNOWN:
            g.emit(O.set_index, owner, value, reverse, at=at)
        else:
            define(g, owner, number_to_string(result), reverse, at)
    f.top = top
    if result.__class__ is float:
        return result + 1
    return UNKNOWN if result is UNKNOWN or _is_reference(member.initializer) else NO_VALUE


def _next_value(g: Generator, member: ast.TSEnumMember, owner: int, dst: int) -> None:
    """One more than the member before, which refers to something that only running it tells."""
    node = next(item for item in reversed(_members_before(g, member)))
    name = member_name(node)
    if is_index(name):
        g.load_number(dst, float(name), member.start)
        g.emit(O.get_index, dst, owner, dst, at=member.start)
    else:
        g.emit(O.get_property, dst, owner, g.site(name), at=member.start)
    g.emit(O.inc, dst, dst, at=member.start)


def _members_before(g: Generator, member: ast.TSEnumMember) -> list[ast.TSEnumMember]:
    members: list[ast.TSEnumMember] = g.scope.node.body.members     # type: ignore[attr-defined]
    return members[: members.index(member)]


def _is_reference(node: Any) -> bool:
    """Whether an initialiser is `a` or `a.b`, which may be a constant of another file."""
    node = target_of(node)
    while node.__class__ is ast.MemberExpression and not node.optional:
        node = target_of(node.object)
    return node.__class__ is ast.Identifier


def _is_text(node: Any) -> bool:
    """Whether an initialiser is a string by its form; one behind an assertion (`"x" as any`) does not count as one."""
    if node.__class__ is ast.BinaryExpression and node.operator == "+":
        return _is_text(node.left) or _is_text(node.right)
    return node.__class__ in {ast.StringLiteral, ast.TemplateLiteral}


def _enum_constant(g: Generator, node: Any, known: dict[str, Any]) -> Any:
    """The value of an initialiser made of literals, other members and constants."""
    value = _constant_of(g, node, known)
    return 0.0 if value.__class__ is float and value == 0 else value


def _constant_of(g: Generator, node: Any, known: dict[str, Any]) -> Any:
    cls = node.__class__
    if cls is ast.Identifier:
        return _name_constant(g, node, known)
    if cls is ast.BinaryExpression:
        return binary(node.operator, _constant_of(g, node.left, known), _constant_of(g, node.right, known))
    if cls is ast.UnaryExpression and node.operator in {"-", "+", "~"}:
        value = _constant_of(g, node.argument, known)
        if value.__class__ is not float:
            return NO_VALUE
        return constant(ast.UnaryExpression(node.start, node.end, node.operator, ast.NumericLiteral(0, 0, value)))
    if cls is ast.MemberExpression:
        return _member_constant(g, node, known)
    if cls is ast.TemplateLiteral:
        parts = [node.quasis[0].cooked]
        for item, quasi in zip(node.expressions, node.quasis[1:], strict=True):
            value = _constant_of(g, item, known)
            if value.__class__ not in {str, float}:
                return NO_VALUE
            parts += [value if isinstance(value, str) else number_to_string(value), quasi.cooked]
        return "".join(parts)
    value = constant(node)
    return value if value.__class__ is float or (value.__class__ is str and cls not in WRAPPERS) else NO_VALUE


def _name_constant(g: Generator, node: ast.Identifier, known: dict[str, Any]) -> Any:
    """Another member, or a `const` declared before with a constant value and no type."""
    if node.name in known:
        return known[node.name]
    binding = lookup(g, node.name)
    if binding is None:
        return {"NaN": float("nan"), "Infinity": float("inf")}.get(node.name, NO_VALUE)
    declarator: Any = binding.node
    if binding.kind != kinds.CONST or declarator.__class__ is not ast.VariableDeclarator or declarator.end > node.start:
        return NO_VALUE
    if getattr(declarator.id, "typeAnnotation", None) is not None or declarator.init is None:
        return NO_VALUE
    return _constant_of(g, declarator.init, {})


def _member_constant(g: Generator, node: Any, known: dict[str, Any]) -> Any:
    """`E.A`, inside E or for an enum whose constants are known."""
    owner = target_of(node.object)
    if owner.__class__ is not ast.Identifier:
        return NO_VALUE
    key = node.property.name if not node.computed else constant(node.property)
    binding = lookup(g, owner.name)
    if binding is None or key.__class__ is not str:
        return NO_VALUE
    if g.scope.kind == kinds.ENUM and binding is holder_of(g):
        return known.get(key, NO_VALUE)
    return (binding.constants or {}).get(key, NO_VALUE)


# ---- namespaces


@statement_of(ast.TSModuleDeclaration)
def namespace(g: Generator, node: ast.TSModuleDeclaration) -> None:
    namespace_object(g, node, False)


def namespace_object(g: Generator, node: ast.TSModuleDeclaration, exported: bool) -> None:
    names = instantiated_path(node)
    if names:
        _namespace_part(g, node, names, 0, exported)


def _namespace_part(g: Generator, node: ast.TSModuleDeclaration, names: list[str], index: int, exported: bool) -> None:
    f = g.f
    top = f.top
    register = f.temporary(node.start)
    merged_object(g, names[index], node, exported, register)
    before = enter(g, g.scopes[namespace_key(node, index)], node.start)
    hold(g, register, node.start)
    if index + 1 < len(names):
        _namespace_part(g, node, names, index + 1, True)
    else:
        assert node.body is not None
        statements(g, node.body.body, node.body.start, node.body.end - 1)
    leave(g, before)
    f.release(register)
    f.top = top


def export_from_namespace(g: Generator, declaration: Any) -> None:
    """`export` in a namespace: what is declared becomes a property of the namespace's object."""
    if declaration.__class__ is ast.TSModuleDeclaration:
        namespace_object(g, declaration, True)
        return
    if declaration.__class__ is ast.TSEnumDeclaration:
        enum_object(g, declaration, True)
        return
    g.statement(declaration)
    if declaration.__class__ is ast.VariableDeclaration:
        return                                      # its names are properties already
    for name in bound_names(declaration):
        binding = lookup(g, name)
        assert binding is not None
        if binding.kind != kinds.PROPERTY:
            top = g.f.top
            at = declaration.start
            owner = operand_of_binding(g, holder_of(g), at)
            g.emit(O.set_property, owner, operand_of_binding(g, binding, at), g.site(name), at=at)
            g.f.top = top


@statement_of(ast.TSImportEqualsDeclaration)
def import_equals(g: Generator, node: ast.TSImportEqualsDeclaration) -> None:
    """`import x = A.B`: a variable, if it is used as a value."""
    if node.importKind == "type" or node.moduleReference.__class__ is ast.TSExternalModuleReference:
        return
    binding = lookup(g, node.id.name)
    if binding is None or not (binding.used or binding.exported):
        return
    top = g.f.top
    register = g.temporary(node.start)
    g.expr(_as_member(node.moduleReference), register)
    if binding.kind == kinds.CONST and not binding.captured and binding.register < 0:
        give_register(g, binding, register)
    else:
        store(g, binding, register, node.start)
        g.f.top = top
    binding.initialized = True


def _as_member(node: Any) -> Any:
    if node.__class__ is ast.TSQualifiedName:
        return ast.MemberExpression(node.start, node.end, _as_member(node.left), node.right, False, False)
    return node
