"""Speed of the lexer kernel and of the parser: `python profiling/frontend.py [--profile]`.

The lexer is timed on 500 kB of generated TypeScript, the parser from text to tree on 200 kB of generated JavaScript,
next to esprima where that is installed (`pip install esprima==4.0.1`). `--profile` prints where the parser's time goes.
"""

from __future__ import annotations

import cProfile
import ctypes
import pathlib
import pstats
import sys
import time
from typing import TYPE_CHECKING

ROOT = pathlib.Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "profiling")]

from compiled_kernels import Compiled  # noqa: E402 found through the path above
from sources import program  # noqa: E402

from tsrun.syntax import lexer  # noqa: E402
from tsrun.syntax.parser import parse  # noqa: E402
from tsrun.syntax.regions import SOURCE_PADDING  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from tsrun.syntax.columns import Columns

KERNEL = Compiled(lexer.lex_tokens, profile="release")


def lex(source: bytes, first: int, pos: int, mode: int) -> Columns:
    if first == 0:
        ctypes.memmove(KERNEL.src, source + bytes(SOURCE_PADDING), len(source) + SOURCE_PADDING)
    count = KERNEL.lex_tokens(len(source), first, pos, mode)
    columns = ((KERNEL.tok_kind, "B"), (KERNEL.tok_start, "i"), (KERNEL.tok_end, "i"), (KERNEL.tok_flags, "B"))
    kinds, starts, ends, flags = (
        memoryview(column).cast("B").cast(form)[first:count].tolist() for column, form in columns
    )
    return kinds, starts, ends, flags


def best(run: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    typescript = program(500_000, typescript=True)
    tokens = len(lex(typescript, 0, 0, 0)[0])
    seconds = best(lambda: KERNEL.lex_tokens(len(typescript), 0, 0, 0), 20)
    print(f"lexer kernel: {len(typescript) / seconds / 1e6:.0f} MB/s, {seconds / tokens * 1e9:.1f} ns a token")
    javascript = program(200_000, typescript=False)
    tokens = len(lex(javascript, 0, 0, 0)[0])
    seconds = best(lambda: parse(javascript, lex=lex), 5)
    print(f"parser, lexing included: {seconds * 1e3:.0f} ms, {seconds / tokens * 1e6:.2f} us a token")
    try:
        import esprima  # type: ignore[import-not-found]
    except ImportError:
        print("esprima is not installed")
    else:
        text = javascript.decode()
        other = best(lambda: esprima.parseModule(text, {"range": True}), 2)
        print(f"esprima: {other * 1e3:.0f} ms, {other / seconds:.1f} times as long")
    if "--profile" in sys.argv:
        profile = cProfile.Profile()
        profile.runcall(parse, javascript, lex=lex)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
