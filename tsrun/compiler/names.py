"""Reading and writing variables, wherever they live."""
from __future__ import annotations

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import ACTIVE, NEW_TARGET, THIS, Binding
from tsrun.compiler.generator import Generator, effect_of, expression, is_index, operand_of
from tsrun.compiler.opcodes import O
from tsrun.heap.layout import E_CONST_ASSIGN, R_IMPORT_META, R_IMPORT_MODULE
from tsrun.syntax import ast

GLOBAL_CONSTANTS = {"undefined": None, "NaN": float("nan"), "Infinity": float("inf")}
"""Properties of the global object that nothing can change."""


def lookup(g: Generator, name: str) -> Binding | None:
    """The binding that a name means here; None for a property of the global object."""
    scope: kinds.Scope | None = g.scope
    while scope is not None:
        binding = scope.names.get(name)
        if binding is not None:
            return binding.alias or binding
        scope = scope.parent
    return None


def is_checked(g: Generator, binding: Binding) -> bool:
    """Whether the binding is certainly initialised wherever the code at hand runs."""
    return binding.initialized or (binding.inert and g.scope.function is not binding.scope.function)


def own_function(g: Generator, binding: Binding) -> bool:
    """Whether the binding always holds the function whose code is being written, which is in r0."""
    # An assignment to the name of a function expression throws, and changes nothing.
    changes = bool(binding.assigns) and binding.kind != kinds.SELF
    return binding.kind in _NAMES_OF_FUNCTIONS and binding.node is g.f.node and not changes \
        and g.scope.function.node is binding.node and not g.f.suspends


_NAMES_OF_FUNCTIONS = frozenset({kinds.FUNCTION, kinds.SELF})


# ---- slots of environments


def load_slot(g: Generator, binding: Binding, dst: int, at: int) -> None:
    scope = binding.scope
    assert binding.slot >= 0, binding.name  # the VM would read what lies before the environment
    if scope.env_register >= 0 and _is_ours(g, scope):
        g.emit(O.get_env, dst, scope.env_register, binding.slot, at=at)
    else:
        g.emit(O.get_captured, dst, g.f.outer_depth - scope.env_depth, binding.slot, at=at)


def store_slot(g: Generator, binding: Binding, register: int, at: int) -> None:
    scope = binding.scope
    assert binding.slot >= 0, binding.name  # the VM would read what lies before the environment
    if scope.env_register >= 0 and _is_ours(g, scope):
        if binding.slot == 1 and g.f.fuse_environment(scope.env_register, register):
            return
        g.emit(O.set_env, scope.env_register, register, binding.slot, at=at)
    else:
        g.emit(O.set_captured, register, g.f.outer_depth - scope.env_depth, binding.slot, at=at)


def _is_ours(g: Generator, scope: kinds.Scope) -> bool:
    return scope.env_depth > g.f.outer_depth


# ---- reading


def read(g: Generator, binding: Binding, dst: int, at: int) -> None:
    """The value of a binding into a register."""
    kind = binding.kind
    if binding.register >= 0 or (kind != kinds.PSEUDO and own_function(g, binding)):
        g.f.move(dst, read_register(g, binding, at), at)
    elif kind == kinds.IMPORT:
        g.emit(O.get_import, dst, 0, import_index(g, binding), at=at)
    elif kind == kinds.GLOBAL:
        g.emit(O.get_global, dst, 0, g.site(binding.name), at=at)
    elif kind == kinds.PROPERTY:
        read_property_binding(g, binding, dst, at)
    elif is_checked(g, binding):
        load_slot(g, binding, dst, at)
    else:
        target = g.spare(dst, at)
        load_slot(g, binding, target, at)
        g.emit(O.check_initialized, target, 0, g.string(binding.name), at=at)
        g.f.move(dst, target, at)
        if target != dst:
            g.f.top -= 1


def read_register(g: Generator, binding: Binding, at: int) -> int:
    """The register of a local, checked for initialisation if need be."""
    if own_function(g, binding):
        return 0
    if not binding.initialized:
        register = binding.register
        if binding.kind == kinds.PARAMETER:
            # A default that uses a later parameter: that one's register holds the argument already.
            register = g.temporary(at)
            g.f.top -= 1
            g.emit(O.load_uninit, register, at=at)
        g.emit(O.check_initialized, register, 0, g.string(binding.name), at=at)
    return binding.register


def read_property_binding(g: Generator, binding: Binding, dst: int, at: int) -> None:
    top = g.f.top
    holder = operand_of_binding(g, binding.holder, at)      # type: ignore[arg-type]
    if is_index(binding.name):
        key = g.temporary(at)
        g.load_number(key, float(binding.name), at)
        g.emit(O.get_index, dst, holder, key, at=at)
    else:
        g.emit(O.get_property, dst, holder, g.site(binding.name), at=at)
    g.f.top = top


def operand_of_binding(g: Generator, binding: Binding, at: int) -> int:
    if binding.register >= 0 or own_function(g, binding):
        return read_register(g, binding, at)
    register = g.temporary(at)
    read(g, binding, register, at)
    return register


def import_index(g: Generator, binding: Binding) -> int:
    if binding.import_index < 0:
        binding.import_index = len(g.import_bindings)
        g.import_bindings.append(binding)
    return binding.import_index


@operand_of(ast.Identifier)
def identifier_operand(g: Generator, node: ast.Identifier) -> int:
    binding = lookup(g, node.name)
    if binding is not None:
        return operand_of_binding(g, binding, node.start)
    register = g.temporary(node.start)
    read_global(g, node.name, register, node.start)
    return register


@expression(ast.Identifier)
def identifier(g: Generator, node: ast.Identifier, dst: int) -> None:
    binding = lookup(g, node.name)
    if binding is not None:
        read(g, binding, dst, node.start)
    else:
        read_global(g, node.name, dst, node.start)


@effect_of(ast.Identifier)
def identifier_effect(g: Generator, node: ast.Identifier) -> None:
    """What is left of a name nobody wants the value of: that it is defined and initialised."""
    top = g.f.top
    g.operand(node)
    g.f.top = top


def read_global(g: Generator, name: str, dst: int, at: int) -> None:
    if name in GLOBAL_CONSTANTS:
        value = GLOBAL_CONSTANTS[name]
        if value is None:
            g.emit(O.load_undefined, dst, at=at)
        else:
            g.emit(O.load_const, dst, 0, g.number(value), at=at)
    else:
        g.emit(O.get_global, dst, 0, g.site(name), at=at)


def is_undefined(g: Generator, node: object) -> bool:
    """Whether the expression is the global `undefined`."""
    return isinstance(node, ast.Identifier) and node.name == "undefined" and lookup(g, "undefined") is None


# ---- writing


def local_target(g: Generator, name: str) -> int:
    """The register that an assignment to `name` may put its value into directly; -1 if there is none."""
    binding = lookup(g, name)
    if binding is None or binding.register < 0 or binding.kind in kinds.IMMUTABLE or not binding.initialized:
        return -1
    return binding.register


def assign(g: Generator, name: str, register: int, at: int) -> None:
    """`name = r[register]`."""
    binding = lookup(g, name)
    if binding is None:
        g.emit(O.set_global, register, 0, g.site(name), at=at)
        return
    kind = binding.kind
    if kind == kinds.GLOBAL:
        g.emit(O.set_global, register, 0, g.site(name), at=at)
    elif kind == kinds.PROPERTY:
        write_property_binding(g, binding, register, at)
    elif kind in kinds.IMMUTABLE:
        if kind in kinds.DEAD_ZONE and not is_checked(g, binding):
            top = g.f.top
            read(g, binding, g.temporary(at), at)
            g.f.top = top
        g.emit(O.throw_error, E_CONST_ASSIGN, 0, g.string(name), at=at)
    else:
        if not is_checked(g, binding):
            top = g.f.top
            operand_of_binding(g, binding, at)
            g.f.top = top
        store(g, binding, register, at)


def write_property_binding(g: Generator, binding: Binding, register: int, at: int) -> None:
    top = g.f.top
    holder = operand_of_binding(g, binding.holder, at)      # type: ignore[arg-type]
    define_name(g, holder, binding.name, register, at)
    g.f.top = top


def define_name(g: Generator, holder: int, name: str, register: int, at: int) -> None:
    """`holder[name] = r[register]` for a name known now."""
    if is_index(name):
        key = g.temporary(at)
        g.load_number(key, float(name), at)
        g.emit(O.set_index, holder, key, register, at=at)
        g.f.top -= 1
    else:
        g.emit(O.set_property, holder, register, g.site(name), at=at)


def store(g: Generator, binding: Binding, register: int, at: int) -> None:
    """Write a binding without asking whether that is allowed."""
    if binding.register >= 0:
        g.f.move(binding.register, register, at)
    elif binding.kind == kinds.GLOBAL:
        g.emit(O.set_global, register, 0, g.site(binding.name), at=at)
    elif binding.kind == kinds.PROPERTY:
        write_property_binding(g, binding, register, at)
    else:
        store_slot(g, binding, register, at)


def give_register(g: Generator, binding: Binding, register: int) -> None:
    """The binding lives in this register from now on."""
    binding.register = register
    g.f.name(register, binding)


# ---- this and what else comes with a function


@operand_of(ast.ThisExpression)
def this_operand(g: Generator, node: ast.Node) -> int:
    return pseudo(g, THIS, node.start)


@expression(ast.ThisExpression)
def this(g: Generator, node: ast.Node, dst: int) -> None:
    pseudo_into(g, THIS, dst, node.start)


def pseudo_into(g: Generator, name: str, dst: int, at: int) -> None:
    """One of the names of `pseudo` into a register."""
    top = g.f.top
    g.f.move(dst, pseudo(g, name, at, dst), at)
    g.f.top = top


def pseudo(g: Generator, name: str, at: int, wanted: int = -1) -> int:
    """A register with `this`, `new.target`, the home object or the active function, from wherever it is known.

    If it must be fetched, it goes to register `wanted`, or to a new one.
    """
    binding = lookup(g, name)
    if binding is not None and binding.register >= 0 and binding.scope.function is g.scope.function:
        register = binding.register
    elif binding is not None and (name == THIS or binding.scope.function is not g.scope.function):
        register = wanted if wanted >= 0 and not g.is_local(wanted) else g.temporary(at)
        load_slot(g, binding, register, at)
    elif name == ACTIVE:
        register = 0
    else:
        register = wanted if wanted >= 0 and not g.is_local(wanted) else g.temporary(at)
        if name == NEW_TARGET:
            g.emit(O.new_target, register, at=at)
        else:
            g.emit(O.get_home, register, 0, at=at)
    if name == THIS and binding is not None and not binding.initialized:
        g.emit(O.check_this, register, at=at)
    return register


@expression(ast.MetaProperty)
def meta_property(g: Generator, node: ast.MetaProperty, dst: int) -> None:
    if node.meta.name != "new":
        _call_for_file(g, R_IMPORT_META, [], dst, node.start)
        return
    binding = lookup(g, NEW_TARGET)
    if binding is not None and binding.scope.kind != kinds.FUNCTION_SCOPE:
        g.emit(O.load_undefined, dst, at=node.start)
        return
    pseudo_into(g, NEW_TARGET, dst, node.start)


@expression(ast.ImportExpression)
def import_expression(g: Generator, node: ast.ImportExpression, dst: int) -> None:
    """A call of the prelude with specifier, options and the file that asks."""
    _call_for_file(g, R_IMPORT_MODULE, [node.source, node.options], dst, node.start)


def _call_for_file(g: Generator, root: int, arguments: list[ast.Expression | None], dst: int, at: int) -> None:
    """Call a function of the prelude with these arguments and the name of the file."""
    f = g.f
    top = f.top
    base = f.temporary(at)
    f.temporary(at)
    for argument in arguments:
        register = f.temporary(at)
        if argument is None:
            g.emit(O.load_undefined, register, at=at)
        else:
            g.expr(argument, register)
    g.load_string(f.temporary(at), g.unit.file_name, at)
    g.emit(O.call_prelude, base, len(arguments) + 1, root, at=at)
    f.move(dst, base, at)
    f.top = top
