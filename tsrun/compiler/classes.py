"""Classes: constructors, members, fields and static initialisers.

The fields of a base class, and of a derived class whose constructor calls super() in one plain place, are initialised
by code that stands in the constructor itself. Otherwise they are a function that the constructor finds under its class.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.accessors import CLASS_VARIABLE, define_accessor
from tsrun.compiler.bindings import ACTIVE, BRAND, HOME, THIS, Binding, FunctionScope, PrivateBinding
from tsrun.compiler.blocks import Entered, declare_register, enter, leave
from tsrun.compiler.builder import NONE, Label
from tsrun.compiler.declarations import target_of
from tsrun.compiler.decorators import Decorators, begin_instance, decorated_value, end_field
from tsrun.compiler.decorators_legacy import LegacyDecorators, refuse_parameters
from tsrun.compiler.functions import (
    closure, define_parameter_properties, function, keyed_value, named_value, own_pseudo, uses_home,
)
from tsrun.compiler.generator import Generator, expression, is_index, statement_of
from tsrun.compiler.names import give_register, load_slot, lookup, pseudo, store, store_slot
from tsrun.compiler.objects import define_function, key_into
from tsrun.compiler.opcodes import O
from tsrun.compiler.resources import statements
from tsrun.compiler.patterns import property_name
from tsrun.compiler.private import add_brand, add_field, make_names, variable_of
from tsrun.compiler.scope_classes import INSTANCE_EXTRA, is_field
from tsrun.compiler.texts import method_text
from tsrun.compiler.unit import CLASS, DERIVED, FORWARD, INTERNAL, METHOD, REST
from tsrun.compiler.unit import HOME as USES_HOME
from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Callable



class ClassInfo:
    """What the constructor of a class has to know about it."""

    __slots__ = (
        "begun", "branded", "constructor", "decorated", "fields", "names", "node", "parameter_properties", "plain",
        "scope", "separate", "statics",
    )

    def __init__(self, g: Generator, node: Any) -> None:
        self.node = node
        if not g.options.experimental_decorators:
            refuse_parameters(node)
        self.constructor: Any = None
        self.names = g.scopes[node].names
        self.decorated = INSTANCE_EXTRA in self.names
        self.fields: list[Any] = []
        self.statics: list[Any] = []
        for member in node.body.body:
            self._sort(member)
        scope = g.scopes[node.body]
        assert isinstance(scope, FunctionScope)
        self.scope = scope
        self.begun = False
        self.separate = False
        """Whether some call of super() runs the fields as a function."""
        parameters: Any = self.constructor.value.params if self.constructor is not None else ()
        self.plain = not g.options.define_fields or (not self.decorated and all(
            not member.computed and _is_plain(member.value) for member in self.fields))
        """Whether parameter properties come first: nothing can see that, or the fields are assigned."""
        self.branded = BRAND in self.names
        """Whether instances may use private methods."""
        self.parameter_properties = any(item.__class__ is ast.TSParameterProperty for item in parameters)

    def _sort(self, member: Any) -> None:
        cls = member.__class__
        if cls is ast.StaticBlock:
            self.statics.append(member)
        elif cls is ast.MethodDefinition:
            if member.kind == "constructor" and member.value.__class__ is ast.FunctionExpression:
                self.constructor = member
        elif is_field(member):
            self.decorated |= f"%initializers{member.start}" in self.names
            (self.statics if member.static else self.fields).append(member)

    @property
    def initializes(self) -> bool:
        """Whether there is anything to do for a new instance, parameter properties aside."""
        return bool(self.fields) or self.branded or self.decorated

    def initialize(self, g: Generator, at: int) -> None:
        """Write the field initialisers into the constructor at hand, whose `this` is r1.

        Parameter properties are declared before the fields, and get their values after them, if that can be noticed.
        """
        if not self.initializes:
            return
        f = g.f
        before = Entered(g)
        f.env_register, f.env_depth = NONE, f.outer_depth
        conditional, derived, chain = f.conditional, f.derived, g.chain
        f.derived, g.chain = False, None
        g.scope = self.scope.parent     # type: ignore[assignment]
        self.write(g, at)
        f.conditional, f.derived, g.chain = conditional, derived, chain
        leave(g, before)


    def begin(self, g: Generator, at: int) -> None:
        """What comes before fields and parameter properties, once."""
        if not self.begun:
            self.begun = True
            add_brand(g, g.scopes[self.node], 1, False, at)
            begin_instance(g, g.scopes[self.node], at)

    def write(self, g: Generator, at: int) -> None:
        """The initialisation of `this` in r1, in the scope of the class."""
        self.begin(g, at)
        if self.parameter_properties and not self.plain:
            define_parameter_properties(g, self.constructor.value, declare=True)
        fields_of(g, self.scope, self.fields, at)


def _is_plain(value: Any) -> bool:
    value = target_of(value)
    if isinstance(value, ast.ArrayExpression):
        return not value.elements
    if isinstance(value, ast.ObjectExpression):
        return not value.properties
    return value is None or value.__class__ in _PLAIN


_PLAIN: frozenset[Any] = frozenset({
    ast.NumericLiteral, ast.StringLiteral, ast.BooleanLiteral, ast.NullLiteral, ast.FunctionExpression,
    ast.ArrowFunctionExpression,
})


def fields_of(g: Generator, scope: FunctionScope, members: list[Any], at: int, target: int = 1) -> None:
    """Initialise fields (and run static blocks) with `this` in r1, in the scope of initialisers.

    Fields that aren't private are defined on r[target]: a class whose decorator replaced it keeps its static ones.
    """
    before = enter(g, scope, at)
    for binding in scope.names.values():
        if binding.kind == kinds.PSEUDO:
            own_pseudo(g, binding, at)
    for member in members:
        top = g.f.top
        if member.__class__ is ast.StaticBlock:
            inner = enter(g, g.scopes[member], member.start)
            statements(g, member.body, member.start, member.end - 1)
            leave(g, inner)
        else:
            _field(g, member, target)
            end_field(g, member)
        g.f.top = top
    leave(g, before)


def _field(g: Generator, member: Any, target: int) -> None:
    at = member.start
    f = g.f
    private = member.key.__class__ is ast.PrivateIdentifier
    name = f"#{member.key.name}" if private else property_name(member.key) if not member.computed else None
    if private or member.__class__ is ast.AccessorProperty:
        _private_field(g, member, name)
        return
    assigned = not g.options.define_fields
    if assigned and member.value is None and lookup(g, f"%initializers{member.start}") is None:
        return
    if name is not None and not is_index(name):
        value = f.temporary(at)
        _field_value(g, member, name, value)
        g.emit(O.set_property if assigned else O.define_field, target, value, g.site(name), at=at)
        return
    key, value = f.temporary(at), f.temporary(at)
    if name is not None:
        g.load_number(key, float(name), at)
    else:
        binding = lookup(g, f"%key{member.start}")
        assert binding is not None
        load_slot(g, binding, key, at)
    _named_later(g, member, name, value, key)
    g.emit(O.set_index if assigned else O.define_own, target, key, value, at=at)


def _named_later(g: Generator, member: Any, name: str | None, value: int, key: int) -> None:
    """The value of a field, whose key is in r[key] if its name is not known."""
    if name is not None or member.value is None:
        _field_value(g, member, name, value)
    else:
        keyed_value(g, member.value, key, value)
        decorated_value(g, member, value)


def _private_field(g: Generator, member: Any, name: str | None) -> None:
    """A field with a private name, or the private field of an auto-accessor."""
    at = member.start
    value = g.temporary(at)
    key = -1
    if name is None:
        key = g.temporary(at)
        load_slot(g, lookup(g, f"%key{member.start}"), key, at)     # type: ignore[arg-type]
    _named_later(g, member, name, value, key)
    storage = lookup(g, f"%storage{member.start}" if member.__class__ is ast.AccessorProperty else name or "")
    assert isinstance(storage, PrivateBinding)
    add_field(g, storage, 1, value, at)


def _field_value(g: Generator, member: Any, name: str | None, dst: int) -> None:
    if member.value is None:
        g.emit(O.load_undefined, dst, at=member.start)
    else:
        named_value(g, member.value, name, dst)
    decorated_value(g, member, dst)


# ---- super()


def bind_this(g: Generator, result: int, at: int) -> None:
    """Behind super(): r[result] becomes `this`, then the fields of the class are initialised."""
    f = g.f
    binding = lookup(g, THIS)
    assert binding is not None
    own = binding.scope.function is g.scope.function
    top = f.top
    this = 1
    if binding.register < 0:
        this = f.temporary(at)
        load_slot(g, binding, this, at)
    if not own or f.control or len(binding.assigns) > 1:
        g.emit(O.check_super_unbound, this, at=at)
    f.top = top
    if own:
        f.move(1, result, at)
    if binding.register < 0:
        store_slot(g, binding, result, at)
    if not g.home_class or g.scope.function.kind == kinds.EVAL:
        _call_initializer(g, result, at)        # evaluated code does not know the class
        return
    owner: ClassInfo = g.home_class[-1]
    inline = (own and len(binding.assigns) == 1) or not owner.initializes
    if inline and own:
        owner.begin(g, at)
    if owner.parameter_properties and owner.plain:
        define_parameter_properties(g, owner.constructor.value, this=result)
    if inline:
        owner.initialize(g, at)
    else:
        owner.separate = True
        _call_initializer(g, result, at)
    if owner.parameter_properties and not owner.plain:
        define_parameter_properties(g, owner.constructor.value, this=result)


def _call_initializer(g: Generator, result: int, at: int) -> None:
    """Initialise the fields of r[result] by the function that the constructor has for that, if it has one."""
    f = g.f
    top = f.top
    base = f.temporary(at)
    f.temporary(at)
    inner = f.top
    active = pseudo(g, ACTIVE, at)
    g.emit(O.get_fields, base, active, at=at)
    f.top = inner
    done = Label()
    f.jump(O.jump_if_undefined, done, base, at=at)
    f.move(base + 1, result, at)
    g.emit(O.call_method, base, 0, g.string("fields"), at=at)
    f.bind(done)
    f.top = top


# ---- the class itself


@expression(ast.ClassExpression)
def class_expression(g: Generator, node: ast.ClassExpression, dst: int) -> None:
    class_value(g, node, dst, "")


def class_value(g: Generator, node: Any, dst: int, name: str, key: int = -1) -> None:
    """Evaluate a class (section 15.7.14). Without a name of its own it has `name`, or r[key] where that is given."""
    f = g.f
    top = f.top
    at = node.start
    base, proto, parent = f.temporary(at), f.temporary(at), f.temporary(at)
    decorators: Any = (LegacyDecorators if g.options.experimental_decorators else Decorators)(g, node)
    owner = ClassInfo(g, node)
    name = node.id.name if node.id is not None else name
    before = enter(g, g.scopes[node], at)
    inner = _inner_name(g, node, at)
    scope = g.scope
    if node.superClass is not None:
        _heritage(g, node.superClass, proto, parent)
    else:
        g.emit(O.load_hole, proto, at=at)
    make_names(g, scope, at)
    decorators.begin(g, proto)
    _reachable(inner, True)
    g.home_class.append(owner)
    template, home = _constructor(g, owner, name)
    g.home_class.pop()
    g.emit(O.closure, base, f.env_register, template, at=at)
    g.emit(O.make_class, base, at=node.superClass.start if node.superClass is not None else at)
    if home:
        g.emit(O.set_home, base, proto, at=at)
    if key >= 0:
        g.emit(O.set_function_name, base, key, 0, at=at)
    _reachable(inner, False)
    for member in node.body.body:
        _member(g, member, base, proto, inner, decorators)
    if owner.separate:
        _reachable(inner, True)
        _initializer(g, owner.scope, lambda: owner.write(g, at), "<instance_members_initializer>", proto, at)
        _reachable(inner, False)
        g.emit(O.set_fields, base, f.top, at=at)
    home_of_statics = base
    if node.decorators and not g.options.experimental_decorators:
        home_of_statics = f.temporary(at)
        f.move(home_of_statics, base, at)
    decorators.apply(g, base, proto, name if key < 0 else None)
    if inner is not None and inner.alias is None:
        store(g, inner, base, at)
    if CLASS_VARIABLE in scope.names:
        store_slot(g, scope.names[CLASS_VARIABLE], base, at)
    _reachable(inner, True)
    add_brand(g, scope, base, True, at)
    decorators.run_static(g, base)
    if owner.statics:
        _run_statics(g, owner, base, home_of_statics, name)
    decorators.run_class(g, base)
    decorators.finish(g, base, proto)
    if inner is not None and decorators.replaces:
        store(g, inner, base, at)
    _reachable(inner, False)
    leave(g, before)
    f.move(dst, base, at)
    f.top = top


def _run_statics(g: Generator, owner: ClassInfo, base: int, original: int, name: str) -> None:
    """Static fields and blocks, with the class in r[base] as `this`; r[original] is what it was before decoration."""
    f = g.f
    top = f.top
    at = owner.node.start
    statics = g.analysis.statics[owner.node]
    replaced = original != base

    def write() -> None:
        if replaced:
            g.f.locals[g.f.temporary(at)] = None
        fields_of(g, statics, owner.statics, at, 2 if replaced else 1)

    _initializer(g, statics, write, "<static_initializer>", original, at, int(replaced))
    register = f.temporary(at)
    f.move(f.temporary(at), base, at)
    if replaced:
        f.move(f.temporary(at), original, at)
    g.emit(O.call_method, register, int(replaced), g.string(name), at=at)
    f.top = top


def _heritage(g: Generator, node: Any, register: int, prototype: int) -> None:
    """The superclass, and its `prototype` in the register behind it."""
    hidden = {name: binding for name, binding in g.scope.names.items() if name[0] == "#"}
    for name in hidden:
        del g.scope.names[name]
    g.expr(node, register)
    g.scope.names.update(hidden)
    g.emit(O.heritage_prototype, prototype, register, at=node.start)


def _inner_name(g: Generator, node: Any, at: int) -> Binding | None:
    """The name of the class inside it."""
    if node.id is None:
        return None
    inner = g.scope.names[node.id.name]
    if inner.alias is None and inner.used and not inner.captured:
        register = g.temporary(at)
        give_register(g, inner, register)
        g.emit(O.load_uninit, register, at=at)
    return inner if inner.used or inner.alias is not None else None


def _reachable(inner: Binding | None, initialized: bool) -> None:
    """Whether the code written next runs only when the class's name has its value."""
    if inner is not None:
        (inner.alias or inner).initialized = initialized


def _constructor(g: Generator, owner: ClassInfo, name: str) -> tuple[int, bool]:
    """The constructor's template, and whether it needs a home object."""
    node = owner.node
    flags = CLASS | (DERIVED if node.superClass is not None else 0)
    home = bool(owner.fields) and uses_home(owner.scope)
    if home:
        flags |= USES_HOME
    if owner.constructor is not None:
        value = owner.constructor.value
        scope = g.scopes[value]
        assert isinstance(scope, FunctionScope)
        owner.separate = scope.evaluates and owner.initializes
        return function(g, value, name, flags, node, owner), home or uses_home(scope)
    template = g.new_template()
    outer, chain = g.scope, g.chain
    f = g.begin_function(template, outer, node)
    at = node.start
    if flags & DERIVED and not owner.initializes:
        g.emit(O.ret_undefined, at=at)      # is never entered: the call goes on to the superclass
        flags |= FORWARD
    elif flags & DERIVED:
        # constructor(...args) { super(...args); }
        base = f.temporary(at)
        g.emit(O.super_forward, base, at=at)
        f.move(1, base, at)
        f.top = base
        owner.initialize(g, at)
        g.emit(O.ret, 1, at=at)
        flags |= REST
    else:
        owner.initialize(g, at)
        g.emit(O.ret_undefined, at=at)
    g.end_function(flags | (INTERNAL if g.internal else 0), name, 0, 0, (node.start, node.end))
    g.scope, g.chain = outer, chain
    return template, home


def _initializer(
    g: Generator, scope: FunctionScope, write: Callable[[], None], name: str, home: int, at: int, parameters: int = 0,
) -> None:
    """Fields or static elements as a function, into the register on top."""
    outer, chain, g.chain = g.scope, g.chain, None
    template = g.new_template()
    g.begin_function(template, scope, scope.node)
    write()
    g.emit(O.ret_undefined, at=at)
    flags = METHOD | (USES_HOME if HOME in scope.names else 0) | (INTERNAL if g.internal else 0)
    g.end_function(flags, name, parameters, 0, (at, at))
    g.scope, g.chain = outer, chain
    register = g.temporary(at)
    g.emit(O.closure, register, g.f.env_register, template, at=at)
    if HOME in scope.names:
        g.emit(O.set_home, register, home, at=at)
    g.f.top = register


def _member(
    g: Generator, member: Any, base: int, proto: int, inner: Binding | None, decorators: Any,
) -> None:
    cls = member.__class__
    f = g.f
    top = f.top
    decorators.member(g, member)
    target = base if getattr(member, "static", False) else proto
    if cls is ast.MethodDefinition and member.kind != "constructor" \
            and member.value.__class__ is ast.FunctionExpression:
        key, value = f.temporary(member.start), f.temporary(member.start)
        if member.key.__class__ is ast.PrivateIdentifier:
            _reachable(inner, True)
            _private_method(g, member, target, value)
        else:
            name = key_into(g, member, key)
            decorators.key(g, member, key)
            _reachable(inner, True)
            define_function(g, member, member.value, name, target, target, key, value, 0)
        _reachable(inner, False)
    elif is_field(member):
        key = f.temporary(member.start)
        accessor = cls is ast.AccessorProperty
        name = None
        if member.key.__class__ is ast.PrivateIdentifier:
            name = f"#{member.key.name}"
        elif member.computed or accessor:
            name = key_into(g, member, key)
            if member.computed:
                store_slot(g, g.scope.names[f"%key{member.start}"], key, member.start)
                decorators.key(g, member, key)
        if accessor:
            define_accessor(g, member, target, key, name)
    f.top = top


def _private_method(g: Generator, member: Any, home: int, value: int) -> None:
    """A private method, getter or setter: the function in its variable."""
    name = f"#{member.key.name}"
    prefix = "" if member.kind == "method" else member.kind + " "
    scope = closure(g, member.value, value, prefix + name, METHOD, method_text(member, g.source))
    if uses_home(scope):
        g.emit(O.set_home, value, home, at=member.start)
    store_slot(g, variable_of(g, member.key.name, member.kind), value, member.start)


@statement_of(ast.ClassDeclaration)
def class_declaration(g: Generator, node: ast.ClassDeclaration) -> None:
    if not node.declare:
        declare_class(g, node, node.id.name if node.id is not None else "*default*", "default")


def declare_class(g: Generator, node: ast.ClassDeclaration, binding_name: str, name: str) -> None:
    """A class and the variable it is declared as."""
    f = g.f
    binding = g.scope.names[binding_name]
    if binding.register < 0 and not binding.captured and binding.kind in kinds.DEAD_ZONE:
        register = f.temporary(node.start)
        class_value(g, node, register, name)
        f.top = register
        declare_register(g, binding, node.start)
    else:
        top = f.top
        register = f.temporary(node.start)
        class_value(g, node, register, name)
        store(g, binding, register, node.start)
        f.top = top
    binding.initialized = True

