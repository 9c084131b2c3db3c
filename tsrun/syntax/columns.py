"""Token columns as the parser sees them, and the way to get them without a compiled kernel.

The parser is given a `Lex`: `lex(source, first, pos, mode)` returns the columns (kinds, starts, ends, flags) of the
tokens from number `first` on, lexed from byte `pos`. A call with `first` above 0 goes on with the source of the call
before; the tokens below `first` are as that call left them.
"""
from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from tsrun.syntax.regions import SOURCE_PADDING

Columns = tuple[list[int], list[int], list[int], list[int]]
Lex = Callable[[bytes, int, int, int], Columns]


def plain_lexer() -> Lex:
    """A `Lex` that runs the kernel's functions as plain Python: slow, for bootstrapping and tests."""
    from tsrun.heap.arena import CONSTANTS
    from tsrun.syntax import lexer

    tables = {name: list(table.values()) for name, table in CONSTANTS.items() if name.startswith("lex_")}
    h = SimpleNamespace(**tables)

    def lex(source: bytes, first: int, pos: int, mode: int) -> Columns:
        if first == 0:
            room = len(source) + 2
            h.src = source + bytes(SOURCE_PADDING)
            h.tok_kind, h.tok_flags, h.tok_start, h.tok_end = ([0] * room for _ in range(4))
            h.lex_stack, h.lex_state = [0] * room, [0] * 8
        count = lexer.lex_tokens(h, len(source), first, pos, mode)
        return (h.tok_kind[first:count], h.tok_start[first:count], h.tok_end[first:count], h.tok_flags[first:count])

    return lex
