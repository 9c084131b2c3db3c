"""Speed of the lexer: `python -m profiling.profile_lexer SIZE_BYTES ITERATIONS`.

Each iteration copies the source to the lexer's region and has the kernel make the token columns of it. Generated
TypeScript, always the same for a size. --perf runs once more under perf, on the profiling kernel, whose
functions are kept apart; the figures above them are of the first run.
"""

from __future__ import annotations

from profiling import front_end
from profiling.engines import FrontEnd
from profiling.sources import program


def main() -> None:
    chosen = front_end.options(__doc__ or "").parse_args()
    front_end.run(chosen, "lexer", "tokens", FrontEnd.tokens)
    if chosen.perf:
        front, source = FrontEnd(chosen.kernel or "profiling"), program(chosen.size)
        # Enough samples for a picture, however little was asked for.
        rounds = max(chosen.iterations, 500_000_000 // chosen.size)
        print(front_end.by_perf(lambda: [front.tokens(source) for _ in range(rounds)], "kernel.so")[1])


if __name__ == "__main__":
    main()
