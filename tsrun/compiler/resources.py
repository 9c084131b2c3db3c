"""`using` and `await using`: a list of statements whose resources are disposed of when it is left, however it is left.

It is a `try` with a `finally` of instructions alone (control.Finally). The resources are in a state that the prelude
makes and looks after (65_disposal.ts); instruction `using` asks for one of the actions below.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.awaits import emit_await
from tsrun.compiler.builder import Label
from tsrun.compiler.control import NORMAL, THROWN, Finally, exit_to, go_on
from tsrun.compiler.declarations import is_resource
from tsrun.compiler.opcodes import O

if TYPE_CHECKING:
    from tsrun.compiler.generator import Generator
    from collections.abc import Callable, Sequence

BEGIN, ADD, ADD_ASYNC, FAILED, DISPOSE, STEP, END = range(7)
"""Make a state; add a resource; note that the statements threw; dispose of all resources; of one, giving what to await
or undefined after the last; throw what is to be thrown."""


def statements(g: Generator, body: Sequence[Any], start: int, end: int) -> None:
    """A list of statements in the scope that was entered."""
    declarations = [each for each in body if is_resource(each)]
    if not declarations:
        for statement in body:
            g.statement(statement)
        return

    def inside() -> None:
        for statement in body:
            g.statement(statement)

    with_resources(g, declarations, start, end, inside)


def with_resources(g: Generator, declarations: Sequence[Any], start: int, end: int, inside: Callable[[], None]) -> None:
    """What `inside` compiles, then the disposal of the resources that it declares."""
    f = g.f
    top = f.top
    state, kind, value = f.temporary(start), f.temporary(start), f.temporary(start)
    result = f.temporary(start)
    g.emit(O.load_undefined, state, at=start)
    g.emit(O.load_undefined, result, at=start)
    g.emit(O.using, state, state, BEGIN, at=start)
    region = f.open_region(value)
    surrounding = Finally(region, kind, value)
    f.control.append(surrounding)
    f.resources.append(state)
    inside()
    f.resources.pop()
    f.control.pop()
    f.close_region(region)
    for register in range(result + 1, f.top):
        f.release(register)
    f.top = result + 1
    g.emit(O.load_int, kind, 0, NORMAL, at=end)
    f.jump(O.jump, surrounding.entry, at=end)
    f.bind(region.target)
    g.emit(O.load_int, kind, 0, THROWN, at=end)
    g.emit(O.using, value, state, FAILED, at=end)
    f.bind(surrounding.entry)
    if any(node.kind == "await using" for node in declarations):
        _dispose_waiting(g, state, result, end)
    else:
        g.emit(O.using, result, state, DISPOSE, at=end)
    g.emit(O.using, result, state, END, at=end)
    for number, (how, target) in enumerate(surrounding.exits, 2):
        go_on(g, kind, number, end, lambda how=how, target=target: exit_to(g, how, target, value, end))
    f.top = top


def _dispose_waiting(g: Generator, state: int, result: int, at: int) -> None:
    """Dispose of the resources, with an await wherever there is one to be."""
    f = g.f
    again, done = Label(), Label()
    f.bind(again)
    g.emit(O.using, result, state, STEP, at=at)
    f.jump(O.jump_if_undefined, done, result, at=at)
    region = f.open_region(result)
    emit_await(g, result, at)
    f.close_region(region)
    f.jump(O.jump, again, at=at)
    f.bind(region.target)
    g.emit(O.using, result, state, FAILED, at=at)
    f.jump(O.jump, again, at=at)
    f.bind(done)


def add(g: Generator, register: int, kind: str, at: int) -> None:
    """AddDisposableResource: r[register] is the value of a declaration that is being initialised."""
    g.emit(O.using, register, g.f.resources[-1], ADD_ASYNC if kind == "await using" else ADD, at=at)
