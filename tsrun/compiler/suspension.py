"""Where functions are left in their middle: `yield`, `yield*` and `await`.

An instruction that suspends is followed by one that a throw comes back to and by those of a return; the usual way to go
on is a jump over them (vm/coroutines). What is alive are the registers below the top.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.awaits import emit_async_close, emit_await
from tsrun.compiler.builder import Label
from tsrun.compiler.control import RETURN, exit_to
from tsrun.compiler.generator import Generator, expression
from tsrun.compiler.opcodes import O
from tsrun.compiler.texts import describe_iterable
from tsrun.heap.layout import E_THROW_MISSING
from tsrun.syntax import ast

if TYPE_CHECKING:
    from collections.abc import Callable


@expression(ast.YieldExpression)
def yield_(g: Generator, node: ast.YieldExpression, dst: int) -> None:
    f = g.f
    top = f.top
    at = node.start
    if node.delegate:
        Delegation(g, node).compile(dst)
        f.top = top
        return
    value = g.spare(dst, at)
    if node.argument is None:
        g.emit(O.load_undefined, value, at=at)
    else:
        g.expr(node.argument, value)
    following = Label()
    if f.async_:
        emit_await(g, value, at)
        g.emit(O.async_yield, value, at=at)
    f.jump(O.async_resume if f.async_ else O.yield_value, following, value, f.top, at=at)
    g.emit(O.throw, value, at=at)
    if f.async_:
        emit_await(g, value, at)
    exit_to(g, RETURN, None, value, at)
    f.bind(following)
    f.move(dst, value, at)
    f.top = top


@expression(ast.AwaitExpression)
def await_(g: Generator, node: ast.AwaitExpression, dst: int) -> None:
    f = g.f
    top = f.top
    value = g.spare(dst, node.start)
    g.expr(node.argument, value)
    emit_await(g, value, node.start)
    f.move(dst, value, node.start)
    f.top = top


class Delegation:
    """yield* (section 15.5.5). Three registers carry the iteration, a window above them calls the iterator's methods.

    The register of the window's callee takes what the generator is sent, and then what the method returns.
    """

    def __init__(self, g: Generator, node: ast.YieldExpression) -> None:
        self.g, self.f, self.node, self.at = g, g.f, node, node.argument.start      # type: ignore[union-attr]
        self.thrown, self.returned = Label(), Label()
        self.have, self.have_value = Label(), Label()
        self.base = -1
        self.window = -1

    def compile(self, dst: int) -> None:
        g, f, at = self.g, self.f, self.at
        again, slow, done = Label(), Label(), Label()
        self.base = base = f.temporary(at)
        f.temporary(at)
        f.temporary(at)
        argument: Any = self.node.argument
        iterable = g.operand(argument)
        open_ = O.get_async_iterator if f.async_ else O.open_iterator
        g.emit(open_, base, iterable, g.string(describe_iterable(argument)), at=at)
        f.top = base + 3
        self.window = window = f.temporary(at)
        f.temporary(at)
        f.temporary(at)
        test = f.temporary(at)
        g.emit(O.load_undefined, window, at=at)
        f.bind(again)
        if not f.async_:
            f.jump(O.delegate, done, base, window, at=at)
            f.jump(O.jump, slow, at=at)
            f.jump(O.jump, self.have, at=at)
            self._suspend(O.yield_value, again)
            f.bind(slow)
        self._call(lambda: f.move(window, base + 1, at))
        f.bind(self.have)
        self._check(test, self.have_value)
        yielded = Label()
        f.bind(yielded)
        if f.async_:
            g.emit(O.get_property, window, window, g.site("value"), at=at)
            g.emit(O.async_yield, window, at=at)
        self._suspend(O.async_resume if f.async_ else O.yield_result, again)
        self._thrown(test)
        self._returned(test, yielded)
        f.bind(self.have_value)
        g.emit(O.get_property, window, window, g.site("value"), at=at)
        f.bind(done)
        f.move(dst, window, at)

    def _suspend(self, op: int, again: Label) -> None:
        f, at = self.f, self.at
        f.jump(op, again, self.window, f.top, at=at)
        f.jump(O.jump, self.thrown, at=at)
        if f.async_:
            emit_await(self.g, self.window, at, self.thrown)
        f.jump(O.jump, self.returned, at=at)

    def _call(self, method: Callable[[], None]) -> None:
        """Call a method of the iterator with what was sent, which is in the window's first register."""
        g, f, at, window = self.g, self.f, self.at, self.window
        f.move(window + 2, window, at)
        method()
        f.move(window + 1, self.base, at)
        g.emit(O.call_method, window, 1, 0, at=at)
        if f.async_:
            emit_await(g, window, at)

    def _check(self, test: int, done: Label) -> None:
        g, f, at, window = self.g, self.f, self.at, self.window
        g.emit(O.check_result, window, at=at)
        g.emit(O.get_property, test, window, g.site("done"), at=at)
        f.jump(O.jump_if_true, done, test, at=at)

    def _thrown(self, test: int) -> None:
        g, f, at = self.g, self.f, self.at
        missing = Label()
        f.bind(self.thrown)
        g.emit(O.get_property, test, self.base, g.site("throw"), at=at)
        f.jump(O.jump_if_nullish, missing, test, at=at)
        self._call(lambda: f.move(self.window, test, at))
        f.jump(O.jump, self.have, at=at)
        f.bind(missing)
        if f.async_:
            emit_async_close(g, self.base, at)
        else:
            g.emit(O.iterator_close, self.base, at=at)
        g.emit(O.throw_error, E_THROW_MISSING, 0, g.string(""), at=at)

    def _returned(self, test: int, yielded: Label) -> None:
        g, f, at = self.g, self.f, self.at
        leave, value = Label(), Label()
        f.bind(self.returned)
        g.emit(O.get_property, test, self.base, g.site("return"), at=at)
        f.jump(O.jump_if_nullish, leave, test, at=at)
        self._call(lambda: f.move(self.window, test, at))
        self._check(test, value)
        f.jump(O.jump, yielded, at=at)
        f.bind(value)
        g.emit(O.get_property, self.window, self.window, g.site("value"), at=at)
        if f.async_:
            settled = Label()
            f.jump(O.jump, settled, at=at)
            f.bind(leave)
            emit_await(g, self.window, at)
            f.bind(settled)
        else:
            f.bind(leave)
        exit_to(g, RETURN, None, self.window, at)
