"""A realm to measure in: the product's own kernel, entered from Python without the command line around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tsrun.heap.layout import S_LOAD_RESULT
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
    """The functions that a script exports, to be called from Python again and again."""

    def __init__(self, source: str, *, profile: str | None = None) -> None:
        self.realm = Realm(profile=profile, sink=lambda _level, _text: None)
        self.engine = self.realm.engine
        names = re.findall(r"^\s*export function (\w+)", source, re.MULTILINE)
        # As a script, whose completion value is an object of the functions.
        text = re.sub(r"^(\s*)export ", r"\1", source, flags=re.MULTILINE) + f"\n;({{ {', '.join(names)} }});\n"
        value = self.realm.run_either(text.encode(), "<benchmark>", "<benchmark>", script=True)
        self._functions = self.engine.keep(value)

    def function(self, name: str) -> Callable[..., int]:
        """One of them: takes numbers, returns a value of the VM."""
        function = self.engine.keep(self.realm.heap.by_name(self.engine.kept(self._functions), name))

        def call(*arguments: float) -> int:
            return self.engine.call(self.engine.kept(function), arguments=_boxed(arguments))

        return call


def _boxed(numbers: Sequence[float]) -> list[int]:
    from struct import pack, unpack

    return [int(unpack("<q", pack("<d", float(number)))[0]) for number in numbers]


def figures(realm: Realm) -> dict[str, Any]:
    """The VM's own counts at this moment (tsrun.stats)."""
    from tsrun.stats import gathered

    return gathered(realm)
