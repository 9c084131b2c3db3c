"""The instructions of `await`, and those that close an async iteration."""
from __future__ import annotations

from typing import TYPE_CHECKING

from tsrun.compiler.builder import Label
from tsrun.compiler.opcodes import O

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator


def emit_await(g: Generator, register: int, at: int, thrown: Label | None = None) -> None:
    """r[register], a temporary, becomes what it is settled to; a rejection is thrown, or jumps to `thrown`."""
    f = g.f
    f.awaits = True
    following = Label()
    g.emit(O.await_value, register, f.top, at=at)
    f.jump(O.await_promise, following, register, f.top, at=at)
    if thrown is not None:
        f.jump(O.jump, thrown, at=at)
    else:
        g.emit(O.throw, register, at=at)
    f.bind(following)


def emit_async_close(g: Generator, base: int, at: int) -> None:
    """Leave the async iteration r[base] normally."""
    f = g.f
    result = f.temporary(at)
    end = Label()
    f.jump(O.async_close, end, base, result, at=at)
    emit_await(g, result, at)
    g.emit(O.check_result, result, at=at)
    f.bind(end)
    f.top = result


def emit_async_abort(g: Generator, base: int, exception: int, at: int) -> None:
    """Leave it because of the exception in a register, which is thrown on. What else goes wrong is not heard of."""
    f = g.f
    result = f.temporary(at)
    end = Label()
    f.jump(O.async_abort, end, base, result, at=at)
    region = f.open_region(result)
    emit_await(g, result, at)
    f.close_region(region)
    f.bind(region.target)
    f.bind(end)
    g.emit(O.throw, exception, at=at)
    f.top = result
