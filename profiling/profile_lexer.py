"""Speed of the lexer: `python -m profiling.profile_lexer SIZE_BYTES ITERATIONS`.

Each iteration copies the source to the lexer's region and has the kernel make the token columns of it. Generated
TypeScript, always the same for a size. --flamegraph and --perf run once more under perf, on the profiling kernel, whose
functions are kept apart; the figures above them are of the first run. Samples show the function that ran, and that it
was below lex_tokens; what was in between only where the kernel keeps frame pointers.
"""

from __future__ import annotations

import collections

from profiling import front_end, sampling
from profiling.engines import FrontEnd
from profiling.flame import write_flamegraph
from profiling.sources import program


ROOT = "tsrun::syntax::lexer::lex_tokens"


def below_root(stack: tuple[str, ...]) -> tuple[str, ...]:
    """The stack from the one function that the kernel enters the lexer by."""
    return stack[stack.index(ROOT) :] if ROOT in stack else (ROOT, *stack)


def main() -> None:
    chosen = front_end.options(__doc__ or "").parse_args()
    front_end.run(chosen, "lexer", "tokens", FrontEnd.tokens)
    if chosen.flamegraph or chosen.perf:
        front, source = FrontEnd(chosen.kernel or "profiling"), program(chosen.size)
        # Enough samples for a picture, however little was asked for.
        rounds = max(chosen.iterations, 500_000_000 // chosen.size)
        stacks, report = front_end.by_perf(lambda: [front.tokens(source) for _ in range(rounds)], "kernel.so")
        whole: sampling.Stacks = collections.Counter()
        for stack, count in stacks.items():
            whole[below_root(stack)] += count
        if chosen.flamegraph:
            title = f"lexer, {chosen.size} bytes of TypeScript"
            write_flamegraph(whole, chosen.flamegraph, title, "samples", chosen.narrowest / 100)
        if chosen.perf:
            print(report)


if __name__ == "__main__":
    main()
