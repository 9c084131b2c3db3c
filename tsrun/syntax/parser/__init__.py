"""From token columns to the syntax tree: recursive descent in one class, a file per part of the grammar.

    state -> literals -> types -> patterns -> functions -> members -> classes -> primary -> expressions
          -> statements -> declarations -> modules

Each file's class adds its productions to those before it. A production begins at its first token and ends behind its
last.
"""
from __future__ import annotations

import gc
import sys
import threading

from tsrun.syntax.ast import Identifier, Program
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser.modules import Modules
from tsrun.syntax.tokens import END

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar
    from collections.abc import Callable

    from tsrun.syntax.columns import Lex

    Result = TypeVar("Result")

__all__ = ["Parser", "parse", "with_deep_recursion"]

DEEPEST_RECURSION = 120_000
"""Python frames that a pass over a deeply nested tree may use. Calls from Python to Python take no native stack."""
_recursion_lock = threading.Lock()


class Parser(Modules):
    def program(self) -> Program:
        body = self.directives_and_statements()
        if self.kind != END:
            self.unexpected()
        for node, message in self.only_patterns.items():
            start = self.only_pattern_places.get(node, node.start)
            self.error(message, start, start + 1 if node in self.only_pattern_places else node.end)
        for local in self.undeclared:
            assert isinstance(local, Identifier)
            if not self.scopes.declares(local.name):
                self.error_at(local, f"Export '{local.name}' is not defined in module")
        return Program(0, len(self.source), body, "module" if self.module else "script")


def with_deep_recursion(run: Callable[[], Result]) -> Result:
    """`run()`; if it recurses too deeply for Python's limit, `run()` again with the limit raised while it lasts.

    Raises RecursionError if that is not enough.
    """
    try:
        return run()
    except RecursionError:
        pass
    with _recursion_lock:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, DEEPEST_RECURSION))
        try:
            return run()
        finally:
            sys.setrecursionlimit(limit)


def without_collector(run: Callable[[], Result]) -> Result:
    """`run()` while Python's collector waits: a growing tree has no garbage, and it would be traversed ever again."""
    if not gc.isenabled():
        return run()
    gc.disable()
    try:
        return run()
    finally:
        gc.enable()


def parse(source: bytes, *, lex: Lex, goal: str = "module") -> Program:
    """The syntax tree of a module or a (strict) script. Raises SourceError."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("The source is not valid UTF-8", error.start, error.end) from None
    parsers: list[Parser] = []

    def run() -> Program:
        parsers[:] = [Parser(source, lex, goal)]
        return parsers[0].program()

    try:
        return without_collector(lambda: with_deep_recursion(run))
    except RecursionError:
        parser = parsers[0]
        at = parser.i
    raise SourceError("The program is nested too deeply", parser.starts[at], parser.ends[at])
