"""Where the time of a short run goes: `python -m profiling.startup [SCRIPT]`.

Processes that do ever more of what `tsrun hello.ts` does, in turn, and the phases that tsrun itself tells apart. All
runs are warm: kernel, realm and compiled script are in the cache. --imports lists what is imported and how long that
takes; --wall shows elapsed time instead of CPU time.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from statistics import median

from profiling.intervals import Interval, bootstrap
from profiling.processes import measured

PHASES = {
    "kernel": "find the kernel in the cache, load it",
    "realm": "reserve memory, read the library's image",
    "read": "read the script",
    "load": "find its bytecode in the cache, load it",
    "run": "run it, and print",
}
WIDTH = 40
REST = "the rest"


def stages(script: str) -> dict[str, list[str]]:
    """Commands each of which does what the one before does and one thing more."""
    python = [sys.executable, "-I"]
    end = "import os; os._exit(0)"  # as tsrun ends: nothing is taken down
    return {
        "Python itself": [*python, "-S", "-c", end],
        "its site-packages": [*python, "-c", end],
        "importing tsrun": [*python, "-c", f"{_path()}; import tsrun.cli, tsrun.realm; {end}"],
        "all of it": [*python, "-c", _run(script)],
    }


def _run(script: str) -> str:
    return f"{_path()}; import tsrun.cli as c; sys.argv[1:] = [{script!r}]; c.main()"


def _path() -> str:
    import tsrun

    folder = str(pathlib.Path(tsrun.__file__).parent.parent)
    return f"import sys; sys.path.insert(0, {folder!r})"


def with_phases(script: str, *, wall: bool) -> dict[str, float]:
    """Milliseconds by phase of one run, as tsrun tells them, by the clock of choice."""
    clock = "" if wall else "import time; time.perf_counter = time.process_time; "
    code = f"{clock}{_path()}; import tsrun.cli as c; sys.argv[1:] = ['--stats=json', {script!r}]; c.main()"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    times: dict[str, float] = json.loads(done.stderr.splitlines()[-1])["time_ms"]
    return times


def imports(script: str) -> list[tuple[int, str]]:
    """Microseconds that each module took by itself, most first."""
    command = [sys.executable, "-I", "-X", "importtime", "-c", _run(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = re.findall(r"import time: +(\d+) \| +\d+ \| +(\S+)", done.stderr)
    return sorted(((int(own), name) for own, name in rows), reverse=True)


def row(name: str, share: Interval, whole: float, text: str = "") -> str:
    bar = "#" * max(0, round(WIDTH * share.value / whole))
    return f"{name:<32}{share.value:6.1f} ms  [{share.low:5.1f}, {share.high:5.1f}]  {bar} {text}".rstrip()


def shares(script: str, rounds: int, *, wall: bool) -> tuple[dict[str, Interval], float, int]:
    """Milliseconds by what they are spent on, of all, and the peak of resident bytes."""
    commands = stages(script)
    times: dict[str, list[float]] = {name: [] for name in commands}
    phases: dict[str, list[float]] = {name: [] for name in PHASES}
    peak = 0
    for count in range(rounds + 1):
        for name, command in commands.items():
            cpu, elapsed, resident, _ = measured(command)
            if count:
                times[name].append(1e3 * (elapsed if wall else cpu))
            peak = resident
        for name, took in with_phases(script, wall=wall).items():
            if count and name in phases:
                phases[name].append(took)
    names = list(commands)
    whole = median(times[names[-1]])
    found = {}
    before = [0.0] * rounds
    for name in names[:-1]:
        found[name] = _difference(before, times[name])
        before = times[name]
    known = median(before)
    for name in PHASES:
        found[name] = _difference([0.0] * rounds, phases[name])
        known += found[name].value
    found[REST] = Interval(whole - known, whole - known, whole - known)
    return found, whole, peak


def report(script: str, rounds: int, *, wall: bool) -> str:
    """The table."""
    found, whole, peak = shares(script, rounds, wall=wall)
    clock = "elapsed" if wall else "CPU"
    lines = [f"{clock} time, medians of {rounds} runs, 95 % intervals; {whole:.1f} ms in all"]
    for name, share in found.items():
        meaning = PHASES.get(name) or ("options, the end of the process and its memory" if name == REST else "")
        lines.append(row(f"  {name}", share, whole, f"({meaning})") if meaning else row(name, share, whole))
    lines.append(f"peak resident memory {peak / 1e6:.1f} MB")
    return "\n".join(lines)


def _difference(before: list[float], after: list[float]) -> Interval:
    def statistic(rows: list[tuple[float, ...]]) -> float:
        return median(row[1] for row in rows) - median(row[0] for row in rows)

    return bootstrap(list(zip(before, after, strict=True)), statistic)  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("script", nargs="?")
    parser.add_argument("-n", "--rounds", type=int, default=21)
    parser.add_argument("--wall", action="store_true", help="elapsed time instead of CPU time")
    parser.add_argument("--imports", action="store_true", help="list the modules that take longest to import")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        script = chosen.script
        if not script:
            path = pathlib.Path(folder) / "hello.ts"
            path.write_text('console.log("hello");\n', encoding="utf-8")
            script = str(path)
        script = str(pathlib.Path(script).resolve())
        print(report(script, chosen.rounds, wall=chosen.wall))
        if chosen.imports:
            rows = imports(script)
            total = sum(own for own, _ in rows) / 1e3
            print(f"\n{len(rows)} modules imported in {total:.1f} ms, measuring included; the slowest:")
            print("\n".join(f"{own / 1e3:8.2f} ms  {name}" for own, name in rows[:12]))


if __name__ == "__main__":
    main()
