"""Statements other than jumps: declarations, blocks, if, loops, switch."""
from __future__ import annotations

from typing import Any

from tsrun.compiler import bindings as kinds
from tsrun.compiler.awaits import emit_async_abort, emit_await
from tsrun.compiler.blocks import enter, initialize, leave
from tsrun.compiler.builder import Label
from tsrun.compiler.control import Target, reset_completion, take_labels
from tsrun.compiler.declarations import is_resource, target_of
from tsrun.compiler.fold import NO_VALUE, constant, truthy
from tsrun.compiler.functions import named_value
from tsrun.compiler.generator import Generator, statement_of
from tsrun.compiler.names import give_register, local_target, lookup, store
from tsrun.compiler.opcodes import O
from tsrun.compiler.operators import is_int16_number
from tsrun.compiler.patterns import ASSIGN, DECLARE, declare_names, destructure, put, reference
from tsrun.compiler.resources import add, statements, with_resources
from tsrun.compiler.texts import describe_iterable
from tsrun.syntax import ast


@statement_of(
    ast.EmptyStatement, ast.DebuggerStatement, ast.TSInterfaceDeclaration, ast.TSTypeAliasDeclaration,
    ast.TSDeclareFunction, ast.TSNamespaceExportDeclaration,
)
def nothing(_g: Generator, _node: Any) -> None:
    """Leaves no trace."""


@statement_of(ast.ExpressionStatement)
def expression_statement(g: Generator, node: ast.ExpressionStatement) -> None:
    if node in g.wanted:
        g.expr(node.expression, g.f.completion)
    else:
        g.effect(node.expression)
    if g.f.derived:
        _after_super(g, node.expression)


def _after_super(g: Generator, node: Any) -> None:
    """Behind `super();` in a constructor's own statements, `this` needs no check any more."""
    f = g.f
    if node.__class__ is ast.CallExpression and node.callee.__class__ is ast.Super and not f.control \
            and g.scope is f.scope.body and not f.conditional:    # type: ignore[union-attr]
        binding = lookup(g, kinds.THIS)
        if binding is not None:
            binding.initialized = True


@statement_of(ast.BlockStatement)
def block(g: Generator, node: ast.BlockStatement) -> None:
    scope = g.scopes.get(node)
    if scope is None:
        for statement in node.body:
            g.statement(statement)
        return
    before = enter(g, scope, node.start)
    statements(g, node.body, node.start, node.end - 1)
    leave(g, before)


# ---- variables


@statement_of(ast.VariableDeclaration)
def variables(g: Generator, node: ast.VariableDeclaration) -> None:
    if node.declare:
        return
    for declarator in node.declarations:
        if is_resource(node):
            _resource(g, declarator, node.kind)
        else:
            variable(g, declarator, node.kind)


def variable(g: Generator, node: ast.VariableDeclarator, kind: str) -> None:
    f = g.f
    target: Any = node.id
    init = node.init
    if target.__class__ is not ast.Identifier:
        declare_names(g, target)
        top = f.top
        value = g.operand_before(init, target.start, target.end)
        destructure(g, target, value, DECLARE, init)
        f.top = top
        return
    if init is None and kind == "var":
        return
    binding = lookup(g, target.name)
    if binding is None:
        return                              # an exported variable of a namespace that nobody uses and that has no value
    if binding.kind in kinds.DEAD_ZONE and not binding.captured and binding.register < 0:
        register = f.temporary(node.start)
        _initial_value(g, target, init, register)
        give_register(g, binding, register)
    elif binding.register >= 0:
        _initial_value(g, target, init, binding.register)
    elif init is not None or binding.kind != kinds.PROPERTY:
        top = f.top
        register = f.temporary(node.start)
        _initial_value(g, target, init, register)
        store(g, binding, register, target.start)
        f.top = top
    binding.initialized = True


def _resource(g: Generator, node: ast.VariableDeclarator, kind: str) -> None:
    """`using x = init`: the value is a resource before the variable has it."""
    f = g.f
    target: Any = node.id
    binding = lookup(g, target.name)
    assert binding is not None
    own = not binding.captured and binding.register < 0
    top = f.top
    register = f.temporary(node.start)
    _initial_value(g, target, node.init, register)
    add(g, register, kind, target.start)
    if own:
        give_register(g, binding, register)
    else:
        store(g, binding, register, target.start)
        f.top = top
    binding.initialized = True


def _initial_value(g: Generator, target: ast.Identifier, init: Any, register: int) -> None:
    if init is None:
        g.emit(O.load_undefined, register, at=target.start)
    else:
        named_value(g, init, target.name, register)


# ---- if


@statement_of(ast.IfStatement)
def if_(g: Generator, node: Any) -> None:
    f = g.f
    reset_completion(g, node)
    f.conditional += 1
    end = Label()
    while True:
        otherwise = Label()
        g.condition(node.test, otherwise, False)
        g.statement(node.consequent)
        alternate = node.alternate
        if alternate is None:
            f.bind(otherwise)
            break
        if not f.ended():
            f.jump(O.jump, end, at=node.start)
        f.bind(otherwise)
        if alternate.__class__ is not ast.IfStatement:
            g.statement(alternate)
            break
        reset_completion(g, alternate)
        node = alternate
    f.bind(end)
    f.conditional -= 1


# ---- loops


def _loop(g: Generator, node: Any, continues: Label) -> Target:
    reset_completion(g, node)
    target = Target(take_labels(g), True, continues)
    g.f.control.append(target)
    return target


@statement_of(ast.WhileStatement)
def while_(g: Generator, node: ast.WhileStatement) -> None:
    f = g.f
    body, test = Label(), Label()
    target = _loop(g, node, test)
    top = f.top
    outer = _preload(g, node.test)
    if not _always(node.test):
        f.jump(O.jump, test, at=node.start)
    f.bind(body)
    g.statement(node.body)
    f.bind(test)
    g.condition(node.test, body, True)
    f.control.pop()
    f.bind(target.breaks)
    f.preloaded = outer
    f.top = top


@statement_of(ast.DoWhileStatement)
def do_while(g: Generator, node: ast.DoWhileStatement) -> None:
    f = g.f
    body, test = Label(), Label()
    target = _loop(g, node, test)
    top = f.top
    outer = _preload(g, node.test)
    f.bind(body)
    g.statement(node.body)
    f.bind(test)
    g.condition(node.test, body, True)
    f.control.pop()
    f.bind(target.breaks)
    f.preloaded = outer
    f.top = top


@statement_of(ast.ForStatement)
def for_(g: Generator, node: ast.ForStatement) -> None:
    if is_resource(node.init):
        with_resources(g, [node.init], node.start, node.end - 1, lambda: _for(g, node))
    else:
        _for(g, node)


def _for(g: Generator, node: ast.ForStatement) -> None:
    f = g.f
    following, body, test = Label(), Label(), Label()
    target = _loop(g, node, following)
    top = f.top
    scope = g.scopes.get(node)
    before = enter(g, scope, node.start) if scope is not None else None
    if isinstance(node.init, ast.VariableDeclaration):
        g.statement(node.init)
    elif node.init is not None:
        g.effect(node.init)
    copies = scope is not None and bool(scope.captured())
    if copies:
        g.emit(O.copy_env, scope.env_register, scope.env_register, at=node.start)      # type: ignore[union-attr]
    outer = _preload(g, node.test)
    entry = len(f.code)
    if node.test is not None and not _always(node.test):
        f.jump(O.jump, test, at=node.start)
    f.bind(body)
    g.statement(node.body)
    f.bind(following)
    if copies:
        g.emit(O.copy_env, scope.env_register, scope.env_register, at=node.start)      # type: ignore[union-attr]
    update = len(f.code)
    if node.update is not None:
        g.effect(node.update)
    f.bind(test)
    if node.test is None:
        f.jump(O.jump, body, at=node.start)
    else:
        g.condition(node.test, body, True)
        f.fuse_count(update, entry)
    if before is not None:
        leave(g, before)
    f.control.pop()
    f.bind(target.breaks)
    f.preloaded = outer
    f.top = top


def _always(test: Any) -> bool:
    value = constant(test)
    return value is not NO_VALUE and truthy(value)


def _preload(g: Generator, test: Any) -> tuple[Any, int] | None:
    """Load the literal that a loop's test compares with, if no instruction holds it. Returns what was there before."""
    f = g.f
    outer = f.preloaded
    test = target_of(test)
    if test.__class__ is ast.BinaryExpression and test.operator in _COMPARISONS:
        literal = target_of(test.right)
        if literal.__class__ is ast.NumericLiteral and not is_int16_number(literal.value):
            register = f.temporary(literal.start)
            g.expr(literal, register)
            f.preloaded = (literal, register)
    return outer


_COMPARISONS = frozenset({"<", "<=", ">", ">=", "===", "!=="})


@statement_of(ast.ForOfStatement, ast.ForInStatement)
def for_each(g: Generator, node: Any) -> None:
    f = g.f
    of = node.__class__ is ast.ForOfStatement
    awaits = of and node.await_
    reset_completion(g, node)
    labels = take_labels(g)
    top = f.top
    base = f.temporary(node.start)
    for _ in range(3):
        f.temporary(node.start)
    at = node.right.start
    _var_with_initializer(g, node.left)
    value = _iterated(g, node)
    if of:
        open_ = O.get_async_iterator if awaits else O.get_iterator
        g.emit(open_, base, value, g.string(describe_iterable(node.right)), at=at)
    else:
        g.emit(O.for_in, base, value, at=at)
    f.top = base + 4
    region = f.open_region(base + 3) if of else None
    again, done = Label(), Label()
    target = Target(labels, True, again, base if of else -1, region, awaits=awaits)
    f.control.append(target)
    f.bind(again)
    _iteration(g, node, base, O.async_next if awaits else O.iterator_next if of else O.for_in_next, done)
    f.jump(O.jump, again, at=node.start)
    if region is not None:
        f.close_region(region)
        if not awaits:
            f.abort_later(region, base, node.start)
    f.control.pop()
    if region is not None and awaits:
        f.bind(region.target)
        emit_async_abort(g, base, region.register, node.start)
    f.bind(done)
    f.bind(target.breaks)
    f.top = top


def _next(g: Generator, op: int, base: int, value: int, done: Label, at: int) -> None:
    """The next value of an iteration or enumeration into a register; jumps when there is none."""
    f = g.f
    if op != O.async_next:
        f.jump(op, done, base, value, at=at)
        return
    top = f.top
    result = g.spare(value, at)
    test = f.temporary(at)
    g.emit(op, base, result, at=at)
    emit_await(g, result, at)
    g.emit(O.check_result, result, at=at)
    g.emit(O.get_property, test, result, g.site("done"), at=at)
    f.jump(O.jump_if_true, done, test, at=at)
    g.emit(O.get_property, result, result, g.site("value"), at=at)
    f.move(base, base + 2, at)
    f.move(value, result, at)
    f.top = top


def _var_with_initializer(g: Generator, left: Any) -> None:
    if left.__class__ is ast.VariableDeclaration and left.declarations[0].init is not None:
        variable(g, left.declarations[0], left.kind)


def _iterated(g: Generator, node: Any) -> int:
    """The operand that is iterated over. Names of the head that it uses are in their dead zone."""
    scope = g.scopes.get(node)
    if scope is None or not any(binding.early for binding in scope.names.values()):
        return g.operand(node.right)
    result = g.temporary(node.start)
    before = enter(g, scope, node.start)
    g.expr(node.right, result)
    leave(g, before)
    for binding in scope.names.values():
        binding.register = -1
    return result


def _iteration(g: Generator, node: Any, base: int, next_: int, done: Label) -> None:
    """One round: the next value, where it goes, the body."""
    f = g.f
    left = node.left
    top = f.top
    declared = left.__class__ is ast.VariableDeclaration
    pattern = target_of(left.declarations[0].id if declared else left)
    at = pattern.start
    scope = g.scopes.get(node) if declared else None
    simple = pattern.__class__ is ast.Identifier
    if scope is None:
        direct = local_target(g, pattern.name) if simple else -1
        value = direct if direct >= 0 else f.temporary(at)
        _next(g, next_, base, value, done, at)
        if direct >= 0:
            pass
        elif declared:
            _declare(g, pattern, value)
        else:
            put(g, reference(g, pattern, pattern.end, pattern.end), value, ASSIGN)
        f.top = top
        g.statement(node.body)
        return
    value = f.temporary(at)
    _next(g, next_, base, value, done, at)
    before = enter(g, scope, node.start)
    binding = lookup(g, pattern.name) if simple else None

    def round_() -> None:
        if is_resource(left):
            add(g, value, left.kind, left.start)
        if binding is not None and not binding.captured and binding.register < 0:
            give_register(g, binding, value)
            binding.initialized = True
        else:
            declare_names(g, pattern)
            _declare(g, pattern, value)
        g.statement(node.body)

    if is_resource(left):
        with_resources(g, [left], node.start, node.end - 1, round_)
    else:
        round_()
    leave(g, before)
    f.release(value)
    f.top = top


def _declare(g: Generator, pattern: Any, value: int) -> None:
    if pattern.__class__ is ast.Identifier:
        initialize(g, pattern.name, value, pattern.start)
    else:
        destructure(g, pattern, value, DECLARE)


# ---- switch


@statement_of(ast.SwitchStatement)
def switch(g: Generator, node: ast.SwitchStatement) -> None:
    f = g.f
    reset_completion(g, node)
    top = f.top
    target = Target(take_labels(g), True)
    value = g.operand_before(node.discriminant, node.start, node.end)
    scope = g.scopes[node]
    before = enter(g, scope, node.start)
    f.control.append(target)
    f.conditional += 1
    labels = [Label() for _ in node.cases]
    default = target.breaks
    for case, label in zip(node.cases, labels, strict=True):
        if case.test is None:
            default = label
        else:
            _case_test(g, case.test, value, label)
    f.jump(O.jump, default, at=node.start)
    declared = [binding for binding in scope.names.values() if binding.kind in kinds.DEAD_ZONE]
    for case, label in zip(node.cases, labels, strict=True):
        f.bind(label)
        for statement in case.consequent:
            g.statement(statement)
        for binding in declared:
            binding.initialized = False
    f.conditional -= 1
    f.control.pop()
    leave(g, before)
    f.bind(target.breaks)
    f.top = top


def _case_test(g: Generator, test: Any, value: int, label: Label) -> None:
    f = g.f
    number = constant(test)
    if number.__class__ is float and is_int16_number(number):
        f.jump(O.jump_if_strict_equal_int, label, value, int(number), at=test.start)
        return
    top = f.top
    f.jump(O.jump_if_strict_equal, label, value, g.operand(test), at=test.start)
    f.top = top

