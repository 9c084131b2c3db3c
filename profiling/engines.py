"""A realm to measure in: the product's own kernel, entered from Python without the command line around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.heap.layout import OBJECT, S_LOAD_RESULT
from tsrun.realm import Realm
from tsrun.syntax.parser import parse
from tsrun.vm.driver import LEX

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tsrun.syntax.ast import Program

PADDING = 8
"""Bytes of zeros that the lexer wants after a source."""


class FrontEnd:
    """Lexer, parser and compiler of one realm, without the caches of a run."""

    def __init__(self, profile: str | None = None) -> None:
        self.realm = Realm(profile=profile, sink=lambda _level, _text: None)
        self.engine = self.realm.engine

    def tokens(self, source: bytes) -> int:
        """Lex a source into the token columns; the number of tokens. What a lexer is timed by."""
        view = self.engine.memory.view
        view("src")[: len(source) + PADDING] = source + bytes(PADDING)
        inbox = view("inbox")
        inbox[0], inbox[1], inbox[2], inbox[3] = len(source), 0, 0, 0
        self.engine.command(LEX)
        return int(self.engine.state[S_LOAD_RESULT])

    def tree(self, source: bytes, goal: str = "module") -> Program:
        """Parse a source, lexing included."""
        return parse(source, lex=self.engine.lex, goal="script" if goal == "script" else "module")

    def unit(self, source: bytes, goal: str = "module") -> bytes:
        """Compile a source, lexing and parsing included."""
        return self.realm.compile_now(source, "<benchmark>", goal)[0]


class Script:
    """The functions of a script, to be called from Python again and again: exports of a module by name."""

    def __init__(
        self, source: str, *, profile: str | None = None, max_memory: int | None = None,
    ) -> None:
        self.realm = Realm(profile=profile, sink=lambda _level, _text: None, max_memory=max_memory)
        self.engine = self.realm.engine
        name = "<benchmark>"
        self._run = self.realm.run_module(source.encode(), name, name)
        self._handles: dict[str, int] = {}

    def function(self, name: str) -> Callable[..., int]:
        """An exported function: takes and returns values of the VM."""
        if name not in self._handles:
            graph, entry = self._run.graph, self._run.entry
            place = self.realm._place(graph, *graph.resolve(entry, name))  # noqa: SLF001 (where the export is kept)
            value = self.realm.heap.slots[self.realm.heap.offset[place[0]] + place[1]]
            assert value >> 48 == OBJECT >> 48, f"{name} is no function"
            self._handles[name] = self.engine.keep(value)
        handle = self._handles[name]

        def call(*arguments: float) -> int:
            return self.engine.call(self.engine.kept(handle), arguments=_boxed(arguments))

        return call


def _boxed(numbers: Sequence[float]) -> list[int]:
    from struct import pack, unpack

    return [int(unpack("<q", pack("<d", float(number)))[0]) for number in numbers]


def figures(realm: Realm) -> dict[str, Any]:
    """The VM's own counts at this moment (tsrun.stats)."""
    from tsrun.stats import gathered

    return gathered(realm)
