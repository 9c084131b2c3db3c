"""The micro-benchmarks: one command each for what one wants of them.

    python -m profiling.bench                            all of them, some two minutes
    python -m profiling.bench --quick                    all of them, roughly, some fifteen seconds
    python -m profiling.bench --list                     groups and cases
    python -m profiling.bench --group lexer/throughput   one group; `--group lexer` all groups of the lexer
    python -m profiling.bench --case "10 KB"             the cases whose name has this in it
    python -m profiling.bench --save NAME                keep the results as a baseline
    python -m profiling.bench --against NAME             compare with that baseline
    python -m profiling.bench --report FILE.html         plots: distributions, history, throughput by size

They can be combined. Times are CPU seconds of this process on the release kernel. Baselines lie in .benchmarks/ and
belong to the machine. pytest's own way is
`python -m pytest -c profiling/benchmarks/pytest.ini --rootdir . profiling/benchmarks`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import pathlib
import sys

import pytest

from profiling import baselines

HERE = pathlib.Path(__file__).parent / "benchmarks"
QUICK = ["--benchmark-max-time=0.05", "--benchmark-min-rounds=3"]
THOROUGH = ["--benchmark-max-time=0.5", "--benchmark-min-rounds=9"]


class Calibration:
    """A plugin: times the fixed piece of work before each module of benchmarks, and at the end."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._file = ""

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if item.location[0] != self._file:
            self._file = item.location[0]
            self.times += baselines.calibrate()

    def pytest_sessionfinish(self) -> None:
        self.times += baselines.calibrate()


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--case", metavar="TEXT")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--save", metavar="NAME")
    parser.add_argument("--force", action="store_true", help="with --save: replace the baseline of that name")
    parser.add_argument("--against", metavar="NAME")
    parser.add_argument("--report", metavar="FILE", type=pathlib.Path)
    parser.add_argument("--kernel", choices=["release", "dev", "profiling"], default="release")
    return parser


def command(chosen: argparse.Namespace) -> list[str]:
    """Pytest's arguments, but for the files of the results."""
    words = ["-q", "-c", str(HERE / "pytest.ini"), "--rootdir", str(HERE.parent.parent), str(HERE)]
    words += ["--kernel", chosen.kernel, *(f"--group={group}" for group in chosen.group)]
    return [*words, *(QUICK if chosen.quick else THOROUGH)]


class Named:
    """A plugin: leaves the cases whose name, as the tables show it, has a text in it."""

    def __init__(self, text: str) -> None:
        self.text = text.lower()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        kept = [item for item in items if self.text in baselines.case_name(item.nodeid).lower()]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


class Listing:
    """A plugin: the groups and their cases."""

    def __init__(self) -> None:
        self.groups: dict[str, list[str]] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            marker = item.get_closest_marker("benchmark")
            group = marker.kwargs["group"] if marker else ""
            self.groups.setdefault(group, []).append(baselines.case_name(item.nodeid))


def chosen_cases(chosen: argparse.Namespace, plugins: list[object]) -> dict[str, list[str]]:
    """The cases that will run, by group."""
    listing = Listing()
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main([*command(chosen), "--collect-only"], plugins=[*plugins, listing])
    return listing.groups


def run(chosen: argparse.Namespace, plugins: list[object]) -> int:
    """Run the benchmarks, and do with the results what was asked for."""
    calibration = Calibration()
    baselines.FOLDER.mkdir(exist_ok=True)
    last = baselines.FOLDER / "last.json"
    last.unlink(missing_ok=True)
    words = [*command(chosen), f"--benchmark-json={last}"]
    status = int(pytest.main(words, plugins=[*plugins, calibration]))
    if status or not last.exists() or last.stat().st_size == 0:
        return status or 1  # what is incomplete is not kept, shown or compared
    raw = baselines.trimmed(json.loads(last.read_text(encoding="utf-8")), calibration.times)
    last.write_text(json.dumps(raw), encoding="utf-8")
    if chosen.against:
        before = baselines.read(baselines.path_of(chosen.against))
        print("\n".join(["", *baselines.comparison(before, baselines.read(last))]))
    if chosen.report:
        from profiling.report import write_report

        write_report(baselines.read(last), baselines.baselines(), chosen.report)
        print(f"report: {chosen.report}")
    if chosen.save:
        baselines.path_of(chosen.save).write_text(json.dumps(raw), encoding="utf-8")
        print(f"saved as {chosen.save}")
    return status


def main() -> None:
    parser = options()
    chosen = parser.parse_args()
    try:
        if chosen.save and baselines.path_of(chosen.save).exists() and not chosen.force:
            parser.error(f"there is a baseline {chosen.save} already; --force replaces it")
        if chosen.against and not baselines.path_of(chosen.against).exists():
            names = ", ".join(run.name for run in baselines.baselines()) or "none yet"
            parser.error(f"there is no baseline {chosen.against}; there are: {names}")
    except ValueError as error:
        parser.error(str(error))
    plugins: list[object] = [Named(chosen.case)] if chosen.case else []
    groups = chosen_cases(chosen, plugins)
    if not groups:
        parser.error("there are no such benchmarks; see --list")
    if chosen.list:
        print("\n".join(f"{group}: {', '.join(cases)}" for group, cases in groups.items()))
    else:
        sys.exit(run(chosen, plugins))


if __name__ == "__main__":
    main()
