"""Leaving statements: break, continue, return, try, and what has to happen on the way out.

`FunctionCode.control` lists what is around the statement at hand. A jump out goes through it from the inside: it closes
the iterators of for-of loops, and at a `finally` it leaves a number that tells the end of that block where to go on.
While code that closes something runs, the handlers inside of which the jump began don't apply any more.
"""
from __future__ import annotations

from typing import Any

from tsrun.compiler.awaits import emit_async_close
from tsrun.compiler.blocks import enter, leave
from tsrun.compiler.builder import Label, Region
from tsrun.compiler.functions import emit_return, return_derived, return_value, returned
from tsrun.compiler.generator import Generator, statement_of
from tsrun.compiler.names import give_register, lookup, store_slot
from tsrun.compiler.opcodes import O
from tsrun.compiler.patterns import DECLARE, declare_names, destructure
from tsrun.syntax import ast
from tsrun.syntax.errors import SourceError

BREAK, CONTINUE, RETURN = range(3)
NORMAL, THROWN = range(2)
"""Completion kinds of a `try`; others are numbered from 2 as they come up."""


class Surrounding:
    """Something around a statement that a jump out of it has to get past."""

    __slots__ = ("region",)

    def __init__(self, region: Region | None) -> None:
        self.region = region


class Target(Surrounding):
    """A statement that `break` or `continue` may leave. `iterator` is the first register of a for-of's, or -1."""

    __slots__ = ("awaits", "breaks", "continues", "iterator", "labels", "plain")

    def __init__(self, labels: list[str], plain: bool, continues: Label | None = None, iterator: int = -1,
                 region: Region | None = None, *, awaits: bool = False) -> None:
        super().__init__(region)
        self.labels = labels
        self.awaits = awaits
        self.plain = plain
        self.breaks = Label()
        self.continues = continues
        self.iterator = iterator


class Finally(Surrounding):
    """A `try` with a `finally`: registers for the completion's kind and value, and the exits that passed through."""

    __slots__ = ("entry", "exits", "kind", "value")

    def __init__(self, region: Region, kind: int, value: int) -> None:
        super().__init__(region)
        self.kind = kind
        self.value = value
        self.entry = Label()
        self.exits: list[tuple[int, Target | None]] = []

    def number(self, kind: int, target: Target | None) -> int:
        if (kind, target) not in self.exits:
            self.exits.append((kind, target))
        return 2 + self.exits.index((kind, target))


def exit_to(g: Generator, kind: int, target: Target | None, value: int, at: int) -> None:
    """Leave everything inside of `target` (None: the function), then jump there or return r[value]."""
    f = g.f
    suspended: list[Region] = []
    surrounding: Any = None
    for surrounding in reversed(f.control):
        found = surrounding is target
        if found and (kind == CONTINUE or surrounding.iterator < 0):
            break
        region = surrounding.region
        if region is not None:
            region.suspend(len(f.code))
            suspended.append(region)
        if surrounding.__class__ is Finally:
            if kind == RETURN:
                f.move(surrounding.value, value, at)
            g.emit(O.load_int, surrounding.kind, 0, surrounding.number(kind, target), at=at)
            f.jump(O.jump, surrounding.entry, at=at)
            break
        if surrounding.__class__ is Target and surrounding.iterator >= 0:
            if surrounding.awaits:
                emit_async_close(g, surrounding.iterator, at)
            else:
                g.emit(O.iterator_close, surrounding.iterator, at=at)
        if found:
            break
    else:
        surrounding = None
    if surrounding.__class__ is not Finally:
        _arrive(g, kind, target, value, at)
    for region in suspended:
        region.resume(len(f.code))


def _arrive(g: Generator, kind: int, target: Target | None, value: int, at: int) -> None:
    if kind == RETURN:
        if g.f.derived:
            return_derived(g, value if value >= 0 else None, at)
        elif g.f.suspends:
            emit_return(g, value, at)
        elif value < 0:
            g.emit(O.ret_undefined, at=at)
        else:
            g.emit(O.ret, value, at=at)
        return
    assert target is not None
    label = target.breaks if kind == BREAK else target.continues
    assert label is not None
    g.f.jump(O.jump, label, at=at)


def _find(g: Generator, label: ast.Identifier | None, kind: int, node: Any) -> Target:
    for surrounding in reversed(g.f.control):
        if surrounding.__class__ is not Target or (kind == CONTINUE and surrounding.continues is None):
            continue
        if label.name in surrounding.labels if label is not None else surrounding.plain:
            target: Target = surrounding
            return target
    raise SourceError("Illegal break or continue", node.start, node.end)


@statement_of(ast.BreakStatement)
def break_(g: Generator, node: ast.BreakStatement) -> None:
    exit_to(g, BREAK, _find(g, node.label, BREAK, node), -1, node.start)


@statement_of(ast.ContinueStatement)
def continue_(g: Generator, node: ast.ContinueStatement) -> None:
    exit_to(g, CONTINUE, _find(g, node.label, CONTINUE, node), -1, node.start)


@statement_of(ast.ReturnStatement)
def return_(g: Generator, node: ast.ReturnStatement) -> None:
    f = g.f
    top = f.top
    value = -1
    if node.argument is not None and not f.control and not f.derived:
        return_value(g, node.argument)
        return
    if node.argument is not None:
        value = returned(g, node.argument)
    elif f.suspends or any(surrounding.__class__ is Finally for surrounding in f.control):
        value = f.temporary(node.start)
        g.emit(O.load_undefined, value, at=node.start)
    exit_to(g, RETURN, None, value, node.start)
    f.top = top


@statement_of(ast.ThrowStatement)
def throw(g: Generator, node: ast.ThrowStatement) -> None:
    top = g.f.top
    g.emit(O.throw, g.operand(node.argument), at=node.start)
    g.f.top = top


@statement_of(ast.LabeledStatement)
def labelled(g: Generator, node: ast.LabeledStatement) -> None:
    f = g.f
    labels = f.labels
    labels.append(node.label.name)
    body = node.body
    while body.__class__ is ast.LabeledStatement:
        labels.append(body.label.name)
        body = body.body
    if body.__class__ in TAKE_LABELS:
        g.statement(body)
        return
    f.labels = []
    target = Target(labels, False)
    f.control.append(target)
    g.statement(body)
    f.control.pop()
    f.bind(target.breaks)


TAKE_LABELS: frozenset[Any] = frozenset({
    ast.ForStatement, ast.ForInStatement, ast.ForOfStatement, ast.WhileStatement, ast.DoWhileStatement,
    ast.SwitchStatement,
})


def take_labels(g: Generator) -> list[str]:
    """The labels of the statement that begins."""
    labels, g.f.labels = g.f.labels, []
    return labels


# ---- try


@statement_of(ast.TryStatement)
def try_(g: Generator, node: ast.TryStatement) -> None:
    reset_completion(g, node)
    if node.finalizer is None:
        _try_catch(g, node)
        return
    f = g.f
    top = f.top
    at = node.finalizer.start
    kind, value = f.temporary(at), f.temporary(at)
    region = f.open_region(value)
    surrounding = Finally(region, kind, value)
    f.control.append(surrounding)
    if node.handler is not None:
        _try_catch(g, node)
    else:
        g.statement(node.block)
    f.control.pop()
    f.close_region(region)
    g.emit(O.load_int, kind, 0, NORMAL, at=at)
    f.jump(O.jump, surrounding.entry, at=at)
    f.bind(region.target)
    g.emit(O.load_int, kind, 0, THROWN, at=at)
    f.bind(surrounding.entry)
    if node in g.kept:
        completion = f.temporary(at)
        g.emit(O.move, completion, f.completion, at=at)
        g.emit(O.load_undefined, f.completion, at=at)
        g.statement(node.finalizer)
        g.emit(O.move, f.completion, completion, at=node.finalizer.end)
    else:
        g.statement(node.finalizer)
    end = node.finalizer.end
    go_on(g, kind, THROWN, end, lambda: g.emit(O.throw, value, at=end))
    for number, (how, target) in enumerate(surrounding.exits, 2):
        go_on(g, kind, number, end, lambda how=how, target=target: exit_to(g, how, target, value, end))
    f.top = top


def reset_completion(g: Generator, node: Any) -> None:
    """The completion value is undefined until something in this statement has one."""
    if node in g.reset:
        g.emit(O.load_undefined, g.f.completion, at=node.start)


def go_on(g: Generator, kind: int, number: int, at: int, way: Any) -> None:
    """Behind a `finally`: what to do if the completion is of that kind."""
    following = Label()
    g.f.jump(O.jump_unless_strict_equal_int, following, kind, number, at=at)
    way()
    g.f.bind(following)


def _try_catch(g: Generator, node: ast.TryStatement) -> None:
    handler = node.handler
    assert handler is not None
    f = g.f
    top = f.top
    exception = f.temporary(handler.start)
    end = Label()
    region = f.open_region(exception)
    f.control.append(Surrounding(region))
    g.statement(node.block)
    f.control.pop()
    f.close_region(region)
    f.jump(O.jump, end, at=node.block.end)
    f.bind(region.target)
    reset_completion(g, node)
    before = enter(g, g.scopes[handler], handler.start)
    if handler.param is not None:
        _catch_parameter(g, handler.param, exception)
    g.statement(handler.body)
    leave(g, before)
    f.bind(end)
    f.release(exception)
    f.top = top


def _catch_parameter(g: Generator, parameter: Any, exception: int) -> None:
    if parameter.__class__ is not ast.Identifier:
        declare_names(g, parameter)
        destructure(g, parameter, exception, DECLARE)
        return
    binding = lookup(g, parameter.name)
    assert binding is not None
    if binding.captured:
        store_slot(g, binding, exception, parameter.start)
    else:
        give_register(g, binding, exception)
