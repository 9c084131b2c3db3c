"""From token columns to the syntax tree: recursive descent in one class, a file per part of the grammar.

    state -> literals -> types -> patterns -> functions -> members -> classes -> primary -> expressions
          -> statements -> declarations -> modules

Each file's class adds its productions to those before it. A production begins at its first token and ends behind its
last.
"""
from __future__ import annotations

import gc

from tsrun.syntax.ast import Identifier, Program
from tsrun.syntax.errors import SourceError
from tsrun.syntax.parser.modules import Modules
from tsrun.syntax.recursion import with_deep_recursion
from tsrun.syntax.tokens import END

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar
    from collections.abc import Callable, Collection

    from tsrun.syntax.columns import Lex

    Result = TypeVar("Result")

__all__ = ["Parser", "parse", "without_collector"]


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


def without_collector(run: Callable[[], Result]) -> Result:
    """`run()` while Python's collector waits: a growing tree has no garbage, and it would be traversed ever again."""
    if not gc.isenabled():
        return run()
    gc.disable()
    try:
        return run()
    finally:
        gc.enable()


def parse(
    source: bytes, *, lex: Lex, goal: str = "module", new_target: bool = False, arguments: bool = True,
    private_names: Collection[str] = (), home: int = 0, surrogates: bool = False, sloppy: bool = False,
) -> Program:
    """The syntax tree of a module or a (strict) script. Raises SourceError.

    For code of a direct eval: whether `new.target` and `arguments` may be used, the private names that are declared
    around it, and what of `super`: 1 its properties, 2 calls too. surrogates: the source was a string, which may have
    lone ones. sloppy: names may be used that strict code forbids.
    """
    try:
        source.decode("utf-8", "surrogatepass" if surrogates else "strict")
    except UnicodeDecodeError as error:
        raise SourceError("The source is not valid UTF-8", error.start, error.end) from None
    parsers: list[Parser] = []

    def run() -> Program:
        parsers[:] = [Parser(source, lex, goal)]
        parsers[0].context.new_target = new_target
        parsers[0].context.arguments = arguments
        parsers[0].context.super_property, parsers[0].context.super_call = home > 0, home > 1
        parsers[0].scopes.private_around = private_names
        parsers[0].sloppy = sloppy
        return parsers[0].program()

    try:
        return without_collector(lambda: with_deep_recursion(run))
    except RecursionError:
        parser = parsers[0]
        at = parser.i
    raise SourceError("The program is nested too deeply", parser.starts[at], parser.ends[at])
