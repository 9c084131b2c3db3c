"""Functions: templates, parameters, what stands at their entry, and `return`."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.bindings import ARGUMENTS, HOME, THIS, Binding, FunctionScope
from tsrun.compiler.blocks import make_environment, prepare
from tsrun.compiler.awaits import emit_await
from tsrun.compiler.builder import Label, Region
from tsrun.compiler.declarations import target_of
from tsrun.compiler.generator import Generator, expression, statement_of
from tsrun.compiler.names import give_register, load_slot, lookup, operand_of_binding, store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.patterns import DECLARE, declare_names, destructure
from tsrun.compiler.unit import ARROW, ASYNC, DERIVED, GENERATOR, INTERNAL, REST
from tsrun.compiler.unit import HOME as USES_HOME
from tsrun.heap.layout import R_SLOPPY_THIS
from tsrun.syntax import ast


# ---- closures


def named_value(g: Generator, node: Any, name: str | None, dst: int) -> None:
    """The value of an expression; an anonymous function or class takes `name` (NamedEvaluation, section 8.4.5)."""
    inner = target_of(node)
    cls = inner.__class__
    if name is not None and cls in _NAMEABLE and getattr(inner, "id", None) is None:
        if cls is ast.ClassExpression:
            from tsrun.compiler.classes import class_value

            class_value(g, inner, dst, name)
        else:
            closure(g, inner, dst, name)
    else:
        g.expr(node, dst)


def keyed_value(g: Generator, node: Any, key: int, dst: int) -> None:
    """As named_value, where the name is the property key in r[key]."""
    inner = target_of(node)
    if inner.__class__ not in _NAMEABLE or getattr(inner, "id", None) is not None:
        g.expr(node, dst)
    elif inner.__class__ is ast.ClassExpression:
        from tsrun.compiler.classes import class_value

        class_value(g, inner, dst, "", key)
    else:
        closure(g, inner, dst, "")
        g.emit(O.set_function_name, dst, key, 0, at=node.start)


_NAMEABLE: frozenset[Any] = frozenset({ast.FunctionExpression, ast.ArrowFunctionExpression, ast.ClassExpression})


@expression(ast.FunctionExpression)
def function_expression(g: Generator, node: ast.FunctionExpression, dst: int) -> None:
    closure(g, node, dst, node.id.name if node.id is not None else "")


@expression(ast.ArrowFunctionExpression)
def arrow_function(g: Generator, node: ast.ArrowFunctionExpression, dst: int) -> None:
    closure(g, node, dst, "")


def closure(g: Generator, node: Any, dst: int, name: str, flags: int = 0, whole: Any = None) -> FunctionScope:
    """A function object. `whole` is the node whose text the function's `toString` gives, if not its own."""
    template = function(g, node, name, flags, whole)
    g.emit(O.closure, dst, g.f.env_register, template, at=node.start)
    scope = g.scopes[node]
    assert isinstance(scope, FunctionScope)
    return scope


def uses_home(scope: FunctionScope) -> bool:
    """Whether a function, or an arrow function in it, uses `super.x`."""
    return HOME in scope.names


# ---- templates


def function(g: Generator, node: Any, name: str, flags: int, whole: Any = None, owner: Any = None) -> int:
    """Compile a function; the number of its template. `owner` is the class of a constructor."""
    generator: bool = getattr(node, "generator", False)
    scope = g.scopes[node]
    assert isinstance(scope, FunctionScope)
    template = g.new_template()
    outer, chain, g.chain = g.scope, g.chain, None
    f = g.begin_function(template, scope, node)
    f.generator, f.async_ = generator, node.async_
    if scope.arrow:
        flags |= ARROW
    if generator:
        flags |= GENERATOR
    region = None
    if node.async_:
        flags |= ASYNC
        region = f.open_region(2) if not generator else None
    parameters, length, flags = _entry(g, scope, node, flags, owner)
    body = node.body
    if generator:
        g.emit(O.start_generator, f.top, at=node.start)
        region = f.open_region(2) if node.async_ else None
    if body.__class__ is ast.BlockStatement:
        from tsrun.compiler.resources import statements

        statements(g, body.body, body.start, body.end - 1)
        end_body(g, node.end)
    else:
        return_value(g, body)
    if region is not None:
        close_async(g, region, node.end)
    whole = whole or node
    if g.internal:
        flags |= INTERNAL
    g.end_function(flags, name, parameters, length, (whole.start, whole.end))
    g.scope, g.chain = outer, chain
    return template


def close_async(g: Generator, region: Region, at: int) -> None:
    """The end of an async function's code: exceptions that leave it are told to its promise."""
    f = g.f
    f.close_region(region)
    f.bind(region.target)
    f.highest = max(f.highest, region.register + 1)
    if f.generator:
        g.emit(O.async_generator_end, region.register, 1, at=at)
    else:
        g.emit(O.async_reject, region.register, at=at)


def end_body(g: Generator, at: int, register: int = -1) -> None:
    """What a function does when it runs off its end; it returns the register, if there is one, else undefined."""
    f = g.f
    if f.ended():
        return
    if f.derived:
        return_derived(g, None, at)
    elif f.suspends:
        value = f.temporary(at)
        if register < 0:
            g.emit(O.load_undefined, value, at=at)
        else:
            f.move(value, register, at)
        emit_return(g, value, at)
    else:
        g.emit(O.ret_undefined, at=at)


def _entry(g: Generator, scope: FunctionScope, node: Any, flags: int, owner: Any) -> tuple[int, int, int]:
    """Everything before the first statement. Returns the number of parameter registers, `length`, and the flags."""
    f = g.f
    at = node.start
    f.derived = bool(flags & DERIVED)
    parameters = [item for item in node.params if not (item.__class__ is ast.Identifier and item.name == "this")]
    rest = parameters.pop() if parameters and parameters[-1].__class__ is ast.RestElement else None
    count = len(parameters)
    length = _length(parameters)
    for _ in range(count):
        f.locals[f.temporary(at)] = None
    flags |= _variable_arguments(g, scope, rest, count, at)
    g.scope = scope
    make_environment(g, scope, at)
    if g.sloppy_this and scope.parent is g.analysis.top and not scope.arrow and THIS in scope.names:
        _sloppy_this(g, at)
    _own_names(g, scope, at)
    if scope.expressions_in_parameters:
        for binding in scope.names.values():
            if binding.kind == kinds.PARAMETER:
                binding.initialized = False
    if uses_home(scope):
        flags |= USES_HOME
    base = owner is not None and not flags & DERIVED
    if base and scope.expressions_in_parameters and g.options.define_fields:
        owner.plain = False                 # a default can see `this`
    late = base and owner.plain and (owner.parameter_properties or not g.options.define_fields)
    if base and not late:
        owner.initialize(g, at)
    _parameters(g, parameters, rest, count)
    if late:
        owner.begin(g, at)
    if base and owner.parameter_properties:
        define_parameter_properties(g, node)
    if late:
        owner.initialize(g, at)
    if scope.body is scope:
        prepare(g, scope, at)
    else:
        _body_scope(g, scope, at)
    return count, length, flags


def _sloppy_this(g: Generator, at: int) -> None:
    f = g.f
    base = f.temporary(at)
    f.temporary(at)
    f.move(f.temporary(at), 1, at)
    g.emit(O.call_prelude, base, 1, R_SLOPPY_THIS, at=at)
    f.move(1, base, at)
    f.top = base


def _length(parameters: list[Any]) -> int:
    """The `length` of a function: parameters before the first default."""
    for index, item in enumerate(parameters):
        inner = item.parameter if item.__class__ is ast.TSParameterProperty else item
        if inner.__class__ is ast.AssignmentPattern:
            return index
    return len(parameters)


def _variable_arguments(g: Generator, scope: FunctionScope, rest: Any, count: int, at: int) -> int:
    """The array of the rest parameter and the arguments object, made before anything overwrites the arguments."""
    f = g.f
    flags = 0
    if rest is not None:
        array = f.temporary(at)
        f.locals[array] = None
        g.emit(O.rest, array, count, at=at)
        flags = REST
    binding = scope.names.get(ARGUMENTS)
    if binding is None or binding.kind != kinds.PSEUDO:
        return flags
    register = f.temporary(at)
    give_register(g, binding, register)
    g.emit(O.arguments, register, at=at)
    if rest is not None:
        # The array took the place of the first of the arguments it has.
        top = f.top
        done = Label()
        key, value = f.temporary(at), f.temporary(at)
        g.emit(O.get_length, value, array, g.site("length"), at=at)
        f.jump(O.jump_unless_greater_int, done, value, 0, at=at)
        g.emit(O.load_int, key, 0, 0, at=at)
        g.emit(O.get_index, value, array, key, at=at)
        g.emit(O.load_int, key, 0, count, at=at)
        g.emit(O.set_index, register, key, value, at=at)
        f.bind(done)
        f.top = top
    return REST


def _own_names(g: Generator, scope: FunctionScope, at: int) -> None:
    """What `this` and the like are for the arrow functions inside, and a function expression's own name."""
    for binding in scope.names.values():
        if binding.kind == kinds.PSEUDO:
            own_pseudo(g, binding, at)
        elif binding.kind == kinds.SELF and binding.captured:
            store_slot(g, binding, 0, at)
        elif binding.kind == kinds.SELF and binding.used and g.f.suspends:
            give_register(g, binding, g.temporary(at))
            g.f.move(binding.register, 0, at)


def own_pseudo(g: Generator, binding: Binding, at: int) -> None:
    f = g.f
    name = binding.name
    if name == THIS:
        binding.initialized = not f.derived
        if not (f.derived and binding.captured):
            binding.register = 1
        if binding.captured and not f.derived:
            store_slot(g, binding, 1, at)
    elif binding.captured and name == ARGUMENTS:
        store_slot(g, binding, binding.register, at)
        binding.register = -1
    elif binding.captured:
        top = f.top
        register = f.temporary(at)
        if name == kinds.ACTIVE:
            register = 0
        elif name == HOME:
            g.emit(O.get_home, register, 0, at=at)
        elif binding.scope.kind == kinds.FUNCTION_SCOPE:
            g.emit(O.new_target, register, at=at)
        else:
            g.emit(O.load_undefined, register, at=at)
        store_slot(g, binding, register, at)
        f.top = top


def _parameters(g: Generator, parameters: list[Any], rest: Any, count: int) -> None:
    items = [(2 + index, item) for index, item in enumerate(parameters)]
    if rest is not None:
        items.append((2 + count, rest.argument))
    # Names first: a default may make a closure over any of them.
    for register, item in items:
        target = _parameter_target(item)
        if target.__class__ is ast.Identifier:
            binding = lookup(g, target.name)
            if binding is not None and not binding.captured:
                give_register(g, binding, register)
        else:
            declare_names(g, target)
    for register, item in items:
        _parameter(g, register, item)


def _parameter_target(item: Any) -> Any:
    if item.__class__ is ast.TSParameterProperty:
        item = item.parameter
    return item.left if item.__class__ is ast.AssignmentPattern else item


def _parameter(g: Generator, register: int, item: Any) -> None:
    if item.__class__ is ast.TSParameterProperty:
        item = item.parameter
    target = _parameter_target(item)
    name = target.name if target.__class__ is ast.Identifier else None
    if item is not target:
        done = Label()
        g.f.jump(O.jump_unless_undefined, done, register, at=item.start)
        named_value(g, item.right, name, register)
        g.f.bind(done)
    if name is None:
        destructure(g, target, register, DECLARE)
        return
    binding = lookup(g, name)
    assert binding is not None
    if binding.captured:
        store_slot(g, binding, register, item.start)
    binding.initialized = True


def define_parameter_properties(g: Generator, node: Any, declare: bool = False, this: int = 1) -> None:
    """`constructor(private x: T)`: this.x = x; or, to declare it, undefined. `this` is in that register."""
    for item in node.params:
        if item.__class__ is ast.TSParameterProperty:
            name = _parameter_target(item).name
            top = g.f.top
            if declare:
                value = g.temporary(item.start)
                g.emit(O.load_undefined, value, at=item.start)
            else:
                value = operand_of_binding(g, g.scopes[node].names[name], item.start)
            define = O.define_field if g.options.define_fields else O.set_property
            g.emit(define, this, value, g.site(name), at=item.start)
            g.f.top = top


def _body_scope(g: Generator, scope: FunctionScope, at: int) -> None:
    """The scope of the statements, where parameters have one of their own.

    Its variables that have a parameter's name start with that one's value (section 10.2.11, step 28).
    """
    body = scope.body
    g.scope = body
    make_environment(g, body, at)
    prepare(g, body, at)
    for binding in body.names.values():
        parameter = scope.names.get(binding.name)
        if parameter is not None and binding.kind == kinds.VAR and parameter.kind == kinds.PARAMETER:
            top = g.f.top
            g.scope = scope
            value = g.operand(ast.Identifier(at, at, binding.name))
            g.scope = body
            if binding.captured:
                store_slot(g, binding, value, at)
            else:
                g.f.move(binding.register, value, at)
            g.f.top = top


# ---- return


def return_value(g: Generator, node: Any) -> None:
    """Return the value of an expression, where nothing else has to happen on the way out."""
    inner = target_of(node)
    if inner.__class__ is ast.ConditionalExpression:
        otherwise = Label()
        g.condition(inner.test, otherwise, False)
        return_value(g, inner.consequent)
        g.f.bind(otherwise)
        return_value(g, inner.alternate)
        return
    top = g.f.top
    emit_return(g, returned(g, inner), node.start)
    g.f.top = top


def returned(g: Generator, node: Any) -> int:
    """The register of a value to return; an async generator awaits it."""
    if not (g.f.generator and g.f.async_):
        return g.operand(node)
    register = g.fresh(node)
    emit_await(g, register, node.start)
    return register


def emit_return(g: Generator, register: int, at: int) -> None:
    """The instruction that ends the function with a value, where it is no constructor."""
    f = g.f
    if f.generator:
        g.emit(O.async_generator_end if f.async_ else O.finish_generator, register, at=at)
    elif f.async_:
        top = f.top
        if g.is_local(register):
            value = f.temporary(at)
            f.move(value, register, at)
            register = value
        g.emit(O.async_return, register, at=at)
        g.emit(O.async_leave, register, at=at)
        f.top = top
    else:
        g.emit(O.ret, register, at=at)


def return_derived(g: Generator, value: int | None, at: int) -> None:
    """The end of a derived constructor."""
    top = g.f.top
    binding = lookup(g, THIS)
    if binding is not None and binding.scope.function is not g.scope.function:
        binding = None      # that of a function around: there is no super() here
    if value is None and binding is not None and binding.initialized and binding.register >= 0:
        g.emit(O.ret, binding.register, at=at)
        return
    if value is None:
        value = g.temporary(at)
        g.emit(O.load_undefined, value, at=at)
    this = 1
    if binding is not None and binding.register < 0:
        this = g.temporary(at)
        load_slot(g, binding, this, at)
    g.emit(O.ret_derived, value, this, at=at)
    g.f.top = top


@statement_of(ast.FunctionDeclaration)
def function_declaration(_g: Generator, _node: ast.FunctionDeclaration) -> None:
    """Was created where its block began."""

