"""`python -m profiling.churn`: run the experiments, draw the pictures, write the description."""

from __future__ import annotations

import argparse
import pathlib
import sys
from typing import TYPE_CHECKING

from profiling.churn.points import SWEEPS, Point, points
from profiling.churn.results import Journal, NoResultsError
from profiling.churn.run import build_of
from profiling.churn.sweep import NoClusterError, run_all

if TYPE_CHECKING:
    from profiling.churn.run import Result

HERE = pathlib.Path(__file__).parent


def arguments(words: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m profiling.churn", description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(".benchmarks/churn.npz"),
                        help="where the results are kept (%(default)s); an interrupted run goes on there, and what "
                             "this build of the kernel has done already is not done again")
    parser.add_argument("--sweep", action="append", choices=sorted(SWEEPS), help="only this one; may be repeated")
    parser.add_argument("--scale", type=float, default=1.0, help="numbers of allocations and of live cells times this")
    parser.add_argument("--repeats", type=int, default=Point.repeats, help="timed runs of each point (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="times that all points are run (%(default)s)")
    parser.add_argument("--kernel", default="release", choices=["release", "profiling", "dev"])
    parser.add_argument("--workers", type=int, default=0, help="processes (one per processor)")
    parser.add_argument("--dask", default="", metavar="ADDRESS", help="run on the workers of this Dask scheduler")
    parser.add_argument("--pictures", type=pathlib.Path, default=HERE / "pictures", help="folder (%(default)s)")
    parser.add_argument("--report", type=pathlib.Path, default=HERE.parent / "churn.md", help="%(default)s")
    parser.add_argument("--no-report", action="store_true", help="results only, no pictures and no description")
    parser.add_argument("--again", action="store_true", help="forget earlier results")
    return parser.parse_args(words)


def main(words: list[str] | None = None) -> int:
    """Do what the arguments say; the exit status."""
    from tsrun.vm import kernel

    options = arguments(words)
    wanted = points(options.sweep or list(SWEEPS), options.kernel, options.scale, options.repeats, options.rounds)
    built = kernel.load(options.kernel)  # once, here, and not by every worker
    journal = Journal(options.out, build_of(built))
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        if options.again:
            journal.forget()
        results = _run(options, wanted, journal)
    except (NoResultsError, NoClusterError, OSError) as error:
        print(f"python -m profiling.churn: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"interrupted; what is finished is in {journal.folder}, the same command goes on", file=sys.stderr)
        return 130
    print(f"{len(results)} results in {options.out}")
    if options.sweep and set(options.sweep) != set(SWEEPS):
        print("no pictures and no description: those are of all sweeps")
    elif not options.no_report:
        from profiling.churn.report import write_report
        from profiling.churn.tables import merged

        write_report(merged(results), options.report, options.pictures)
        print(f"described in {options.report}")
    return 0


def _run(options: argparse.Namespace, wanted: list[Point], journal: Journal) -> list[Result]:
    """Run what is missing, with a progress bar, and write the results. Raises what keeps it from that."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("churn"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("churn", total=len(wanted))
        results = run_all(
            wanted, journal, done=lambda count, _: progress.update(bar, completed=count), dask=options.dask,
            workers=options.workers)
    journal.finish(results)
    return results


if __name__ == "__main__":
    sys.exit(main())
