"""Random programs for as long as one likes: `python -m tests.fuzz --seconds 300`.

    --seconds N      how long (60)
    --first SEED     the first seed (0); the following ones come after it
    --kernel P       the kernel's profile: dev (the default; with the verifier), release, profiling
    --seed SEED      print the program of one seed, run it, and say how it ended

Each program runs as in tests/test_odd_programs.py, every second one with collections at very many points. They run in a
process of their own, so that one that crashes is found and the others go on. What counts as a failure: a crash, a fault
of the kernel, a finding of the verifier, an exception of Python's, and a program that goes on long after its time.
The exit status is 1 if there was one; `--seed` shows it again.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent
SECONDS_A_PROGRAM = 2.0
STRESS = {"odd": 1, "calls": 7, "mutated": 3}
"""By kind of program: every how manyth possible collection happens, in every second program."""
CALLS = 300
PATIENCE = 20.0
"""Seconds after which a program counts as hanging: its own limit, and what a busy machine takes besides."""


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def program(kind: str, seed: int) -> tuple[str, dict[str, object]]:
    """The program of a seed, and its global variables."""
    import mutated_programs
    import odd_host
    import odd_programs

    if kind == "calls":
        source = (FOLDER / "odd_calls.ts").read_text(encoding="utf-8")
        return source, {"seed": seed, "rounds": CALLS, "host": odd_host.host(seed)}

    return (odd_programs if kind == "odd" else mutated_programs).program(seed), {}


def run(kind: str, seed: int, *, verify: bool) -> None:
    """Run the program of a seed. Raises what only a fault of tsrun can raise."""
    import tsrun

    for name in ("TSRUN_VERIFY", "TSRUN_GC_STRESS"):
        os.environ[name] = "0"  # for the parser of `mutated`
    source, values = program(kind, seed)
    os.environ["TSRUN_VERIFY"] = str(int(verify))
    os.environ["TSRUN_GC_STRESS"] = str(STRESS[kind] * (seed % 2))
    # A JSError is a rejection that nobody handles, or what the program made of itself.
    expected = (tsrun.LimitError, tsrun.JSError, tsrun.PendingError, tsrun.ModuleError)
    with contextlib.suppress(*expected):
        tsrun.run(
            source, globals=values, timeout=SECONDS_A_PROGRAM, max_memory=64 << 20, console=lambda *_: None)


def work(kind: str, first: int, seconds: float, verify: bool) -> None:
    """Run seeds from the first on, saying which one begins."""
    end = time.monotonic() + seconds
    seed = first
    while time.monotonic() < end:
        say(str(seed))
        run(kind, seed, verify=verify)
        seed += 1


def watch(kind: str, first: int, seconds: float, kernel: str) -> list[tuple[int, str]]:
    """Have processes run seeds until the time is up; the seeds that failed, and how."""
    failures: list[tuple[int, str]] = []
    end = time.monotonic() + seconds
    seed = first
    while (left := end - time.monotonic()) > 0:
        command = [sys.executable, "-m", "tests.fuzz", "--work", "--first", str(seed), "--seconds", str(left)]
        process = subprocess.Popen(
            [*command, "--kernel", kernel, "--kind", kind], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=FOLDER.parent)
        seed, hung = follow(process, seed)
        errors = process.communicate()[1]
        if hung or process.returncode:
            lines = errors.strip().splitlines()
            how = "hangs" if hung else f"status {process.returncode}: {lines[-1] if lines else ''}"
            failures.append((seed, how))
            say(f"seed {seed}: {how}")
        seed += 1
    say(f"{seed - first} programs ({kind}) from seed {first} on the {kernel} kernel, {len(failures)} failures")
    return failures


def follow(process: subprocess.Popen[str], seed: int) -> tuple[int, bool]:
    """The last seed that a process began, and whether it hung there and was killed."""
    import select

    assert process.stdout is not None
    while True:
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
        if not ready:
            process.kill()
            return seed, True
        line = process.stdout.readline()
        if not line:
            return seed, False
        seed = int(line)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run random programs, and say which of them end in a fault.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--kernel", default="dev", choices=["dev", "release", "profiling"])
    parser.add_argument("--seed", type=int)
    parser.add_argument("--kind", default="odd", choices=STRESS)
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path.insert(0, str(FOLDER))
    os.environ["TSRUN_KERNEL"] = options.kernel
    verify = options.kernel == "dev"
    if options.seed is not None:
        say(program(options.kind, options.seed)[0])
        run(options.kind, options.seed, verify=verify)
        say("no fault")
        return 0
    if options.work:
        work(options.kind, options.first, options.seconds, verify)
        return 0
    return 1 if watch(options.kind, options.first, options.seconds, options.kernel) else 0


if __name__ == "__main__":
    sys.exit(main())
