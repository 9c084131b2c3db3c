"""Source text to a unit without a kernel, for tests of the compiler."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tsrun.compiler.compile import compile_unit
from tsrun.compiler.disassemble import disassemble
from tsrun.syntax.columns import plain_lexer
from tsrun.syntax.parser import parse

if TYPE_CHECKING:
    from tsrun.compiler.unit import Unit


def compiled(source: str, goal: str = "module", name: str = "test.ts", **options: Any) -> Unit:
    """The unit of a source text."""
    data = source.encode()
    return compile_unit(parse(data, lex=plain_lexer(), goal=goal), data, name, goal, **options)


def listing(source: str, goal: str = "module", **options: Any) -> str:
    """The disassembly of a source text."""
    return disassemble(compiled(source, goal, **options))


def instructions(source: str, function: int, goal: str = "module", *, completion: bool = False) -> list[str]:
    """The instructions of one function (by its number), operands included, positions not."""
    blocks = listing(source, goal, completion=completion).split("\n\n")
    lines = blocks[function].split("\n")[1:]
    return [" ".join(line.lstrip(" >").split()[2:]) for line in lines if line.startswith(" ") and "handler" not in line]
