"""Decorators of classes and their members, in the order that TypeScript 5.9 has them evaluated and applied.

Lists of decorators are evaluated where they stand, those of the class before its heritage. When all members are there
they are applied: to static methods and accessors, to those of instances, to static fields, to fields of instances, to
the class. What they want done at a field or for an instance is kept in variables of the class.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler import private
from tsrun.compiler.bindings import FIELD_ROLE, Binding
from tsrun.compiler.declarations import target_of
from tsrun.compiler.names import load_slot, lookup, store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.patterns import property_name
from tsrun.compiler.scope_classes import INSTANCE_EXTRA, is_decorated, is_field
from tsrun.compiler.unit import ARROW, INTERNAL
from tsrun.heap.layout import R_CLASS_METADATA, R_DECORATE, R_RUN_EXTRA, R_RUN_INITIALIZERS, SYM_METADATA
from tsrun.syntax import ast

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator

FIELD, METHOD, GETTER, SETTER, ACCESSOR, CLASS = range(6)
STATIC, PRIVATE = 8, 16
"""As in the prelude's 58_decorators.ts."""
_KINDS = {"method": METHOD, "get": GETTER, "set": SETTER}


def kind_of(member: Any) -> int:
    if member.__class__ is ast.MethodDefinition:
        return _KINDS[member.kind]
    return ACCESSOR if member.__class__ is ast.AccessorProperty else FIELD


class Decorators:
    """The decorators of one class while it is evaluated. Registers: lists and keys of members, the shared metadata."""

    def __init__(self, g: Generator, node: Any) -> None:
        self.node = node
        self.members = [member for member in node.body.body if is_decorated(member)]
        self.any = bool(self.members) or bool(node.decorators)
        self.lists: dict[Any, tuple[int, int]] = {}
        self.class_list = self.metadata = self.static_extra = self.class_extra = -1
        if not self.any:
            return
        at = node.start
        f = g.f
        self.class_list, self.class_extra, self.metadata, self.static_extra = (f.temporary(at) for _ in range(4))
        for member in self.members:
            self.lists[member] = f.temporary(at), f.temporary(at)
        if node.decorators:
            decorator_list(g, node.decorators, self.class_list)

    def begin(self, g: Generator, heritage: int) -> None:
        """The class has its heritage: make the lists that applying fills."""
        if not self.any:
            return
        at = self.node.start
        top = g.f.top
        for name in [name for name in g.scope.names if name.startswith(("%initializers", "%extra"))]:
            made = g.f.temporary(at)
            g.emit(O.new_array, made, 0, 0, at=at)
            store_slot(g, g.scope.names[name], made, at)
            g.f.top = top
        g.emit(O.new_array, self.static_extra, 0, 0, at=at)
        g.emit(O.new_array, self.class_extra, 0, 0, at=at)
        g.f.move(self.metadata, heritage, at)

    def member(self, g: Generator, member: Any) -> None:
        """Evaluate the decorators of a member, before its key."""
        if member in self.lists:
            decorator_list(g, member.decorators, self.lists[member][0])

    def key(self, g: Generator, member: Any, key: int) -> None:
        """The key of a member, once it is evaluated."""
        if member in self.lists and member.computed:
            g.f.move(self.lists[member][1], key, member.start)

    # ---- applying

    def apply(self, g: Generator, base: int, proto: int, name: str | None) -> None:
        """Apply all decorators; the class that is left of it is in r[base]. Without `name` it has its name already."""
        if not self.any:
            return
        at = self.node.start
        f = g.f
        top = f.top
        call = f.temporary(at)
        f.temporary(at)
        f.move(f.temporary(at), self.metadata, at)
        g.emit(O.call_prelude, call, 1, R_CLASS_METADATA, at=at)
        f.move(self.metadata, call, at)
        f.top = top
        for static, fields in ((True, False), (False, False), (True, True), (False, True)):
            for member in self.members:
                if member.static == static and (member.__class__ is ast.PropertyDefinition) == fields:
                    self._apply_member(g, member, base if static else proto)
        if self.node.decorators:
            self._apply_class(g, base, name)
        key = f.temporary(at)
        f.temporary(at)
        g.emit(O.well_known, key, 0, SYM_METADATA, at=at)
        g.emit(O.define_own, base, key, self.metadata, at=at)
        f.top = top

    def _apply_member(self, g: Generator, member: Any, holder: int) -> None:
        at = member.decorators[0].start
        f = g.f
        top = f.top
        base = f.temporary(at)
        f.temporary(at)
        (registers, flags, name, target, value, second, access, metadata, initializers, extra) = (
            f.temporary(at) for _ in range(10))
        own, key = self.lists[member]
        f.move(registers, own, at)
        kind = kind_of(member)
        hidden = member.key.__class__ is ast.PrivateIdentifier
        g.load_number(flags, kind | STATIC * member.static | PRIVATE * hidden, at)
        if hidden:
            g.load_string(name, f"#{member.key.name}", at)
        elif member.computed:
            f.move(name, key, at)
        else:
            g.load_string(name, property_name(member.key), at)
        f.move(target, holder, at)
        for register in (value, second, access, initializers, extra):
            g.emit(O.load_undefined, register, at=at)
        if hidden:
            _access(g, member.key, kind, access, at)
            for place, half in _variables(g, member):
                load_slot(g, half, (value, second)[place], at)
        f.move(metadata, self.metadata, at)
        if is_field(member):
            load_slot(g, g.scope.names[f"%initializers{member.start}"], initializers, at)
            load_slot(g, g.scope.names[f"%extra{member.start}"], extra, at)
        elif member.static:
            f.move(extra, self.static_extra, at)
        else:
            load_slot(g, g.scope.names[INSTANCE_EXTRA], extra, at)
        g.emit(O.call_prelude, base, 10, R_DECORATE, at=at)
        if hidden and kind != FIELD:
            for place, half in _variables(g, member):
                result = base
                if kind == ACCESSOR:
                    result = value
                    g.emit(O.get_property, result, base, g.site(("get", "set")[place]), at=at)
                store_slot(g, half, result, at)
        f.top = top

    def _apply_class(self, g: Generator, base: int, name: str | None) -> None:
        at = self.node.decorators[0].start
        f = g.f
        top = f.top
        call = f.temporary(at)
        f.temporary(at)
        registers = [f.temporary(at) for _ in range(10)]
        f.move(registers[0], self.class_list, at)
        g.load_number(registers[1], CLASS, at)
        if name is None:
            g.emit(O.get_property, registers[2], base, g.site("name"), at=at)
        else:
            g.load_string(registers[2], name, at)
        for register in (3, 5, 6, 8):
            g.emit(O.load_undefined, registers[register], at=at)
        f.move(registers[4], base, at)
        f.move(registers[7], self.metadata, at)
        f.move(registers[9], self.class_extra, at)
        g.emit(O.call_prelude, call, 10, R_DECORATE, at=at)
        f.move(base, call, at)
        f.top = top

    def finish(self, g: Generator, base: int, proto: int) -> None:
        """Everything is applied by now."""

    replaces = False

    # ---- what was asked for in addInitializer

    def run_static(self, g: Generator, base: int) -> None:
        """Before static fields: what decorators of static methods want done."""
        if any(member.static and not is_field(member) for member in self.members):
            run_extra(g, base, self.static_extra, self.node.start)

    def run_class(self, g: Generator, base: int) -> None:
        """At the end: what decorators of the class want done."""
        if self.node.decorators:
            run_extra(g, base, self.class_extra, self.node.start)


def decorator_list(g: Generator, decorators: Any, dst: int) -> None:
    """The functions and what they are called on, in pairs."""
    f = g.f
    g.emit(O.new_array, dst, 0, 0, at=decorators[0].start)
    for decorator in decorators:
        top = f.top
        at = decorator.start
        inner = target_of(decorator.expression)
        if inner.__class__ is ast.MemberExpression and inner.object.__class__ is not ast.Super and not inner.optional:
            function, receiver = f.temporary(at), f.temporary(at)
            member_with_owner(g, inner, function, receiver)
        else:
            function, receiver = f.temporary(at), f.temporary(at)
            g.expr(decorator.expression, function)
            g.emit(O.load_undefined, receiver, at=at)
        g.emit(O.array_append, dst, function, at=at)
        g.emit(O.array_append, dst, receiver, at=at)
        f.top = top


def member_with_owner(g: Generator, node: Any, function: int, receiver: int) -> None:
    """`a.b` into one register, `a` into another."""
    from tsrun.compiler.calls import callee_with_this

    top = g.f.top
    base, owner = g.temporary(node.start), g.temporary(node.start)
    callee_with_this(g, node, base)
    g.f.move(function, base, node.start)
    g.f.move(receiver, owner, node.start)
    g.f.top = top


def _variables(g: Generator, member: Any) -> list[tuple[int, Binding]]:
    """The variables of a private method or accessor: place among value and second, and binding."""
    if member.__class__ is ast.PropertyDefinition:
        return []
    if kind_of(member) == ACCESSOR:
        return [(place, private.variable_of(g, member.key.name, half)) for place, half in enumerate(("get", "set"))]
    return [(0, private.variable_of(g, member.key.name, member.kind))]


def _access(g: Generator, key: ast.PrivateIdentifier, kind: int, dst: int, at: int) -> None:
    """The object with functions that get at a private member."""
    g.emit(O.new_object, dst, 3, at=at)
    wanted = ["has"]
    if kind != SETTER:
        wanted.append("get")
    if kind not in {METHOD, GETTER}:
        wanted.append("set")
    for name in wanted:
        function = g.temporary(at)
        g.emit(O.closure, function, g.f.env_register, _access_function(g, key, name), at=at)
        g.emit(O.define_field, dst, function, g.site(name), at=at)
        g.f.top -= 1


def _access_function(g: Generator, key: ast.PrivateIdentifier, name: str) -> int:
    """`o => #x in o`, `o => o.#x` or `(o, v) => { o.#x = v }`."""
    at = key.start
    template = g.new_template()
    count = 2 if name == "set" else 1
    f = g.begin_function(template, g.scope, key)
    for _ in range(count):
        f.locals[f.temporary(at)] = None
    if name == "set":
        private.put(g, 2, key, 3)
        g.emit(O.ret_undefined, at=at)
    else:
        value = f.temporary(at)
        if name == "get":
            private.get(g, value, 2, key)
        else:
            binding = private.private_binding(g, key)
            binding = binding if binding.role == FIELD_ROLE else binding.brand      # type: ignore[assignment]
            g.emit(O.has_private, value, 2, private.private_site(g, binding, at), at=at)
        g.emit(O.ret, value, at=at)
    g.end_function(ARROW | (INTERNAL if g.internal else 0), name, count, count, (key.start, key.end))
    return template


# ---- in initialisers


def run_extra(g: Generator, receiver: int, functions: int, at: int) -> None:
    """Call functions that addInitializer was given, on r[receiver]."""
    f = g.f
    top = f.top
    base = f.temporary(at)
    f.temporary(at)
    f.move(f.temporary(at), receiver, at)
    f.move(f.temporary(at), functions, at)
    g.emit(O.call_prelude, base, 2, R_RUN_EXTRA, at=at)
    f.top = top


def begin_instance(g: Generator, scope: Any, at: int) -> None:
    """Before the fields of an instance: what decorators of methods want done."""
    binding = scope.names.get(INSTANCE_EXTRA)
    if binding is not None:
        register = g.temporary(at)
        load_slot(g, binding, register, at)
        run_extra(g, 1, register, at)
        g.f.top -= 1


def decorated_value(g: Generator, member: Any, value: int) -> None:
    """The value of a decorated field goes through what its decorators returned."""
    binding = lookup(g, f"%initializers{member.start}")
    if binding is None:
        return
    at = member.start
    f = g.f
    top = f.top
    base = f.temporary(at)
    f.temporary(at)
    f.move(f.temporary(at), 1, at)
    load_slot(g, binding, f.temporary(at), at)
    f.move(f.temporary(at), value, at)
    g.emit(O.call_prelude, base, 3, R_RUN_INITIALIZERS, at=at)
    f.move(value, base, at)
    f.top = top


def end_field(g: Generator, member: Any) -> None:
    """After a decorated field is there: what its decorators want done."""
    binding = lookup(g, f"%extra{member.start}")
    if binding is not None:
        register = g.temporary(member.start)
        load_slot(g, binding, register, member.start)
        run_extra(g, 1, register, member.start)
        g.f.top -= 1
