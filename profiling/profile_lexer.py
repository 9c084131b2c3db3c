"""Speed of the lexer: `python -m profiling.profile_lexer SIZE_BYTES ITERATIONS`.

Each iteration copies the source to the lexer's region and has the kernel make the token columns of it. Generated
TypeScript, always the same for a size. --flamegraph and --perf run once more under perf, on the profiling kernel, whose
functions are kept apart and have tables for unwinding, so that samples come with all callers inside the kernel; the
figures above them are of the first run.
"""

from __future__ import annotations

import collections

from profiling import front_end, sampling
from profiling.engines import FrontEnd
from profiling.flame import write_flamegraph
from profiling.sources import program


ROOT = "tsrun::syntax::lexer::lex_tokens"


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
            if ROOT in stack:  # the entry of the kernel is below it
                whole[stack[stack.index(ROOT) :]] += count
        if chosen.flamegraph:
            title = f"lexer, {chosen.size} bytes of TypeScript"
            write_flamegraph(whole, chosen.flamegraph, title, "samples", chosen.narrowest / 100)
        if chosen.perf:
            print(report)


if __name__ == "__main__":
    main()
