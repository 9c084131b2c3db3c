"""Samples of where time goes: of Python code by a timer signal, of machine code by perf.

Both give collapsed stacks: the weight of each stack, its frames from the outermost to the innermost.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FrameType

Stacks = Counter[tuple[str, ...]]

INTERVAL = 0.001
"""Seconds of CPU time between samples; most systems have ticks of 4 ms and round up to those."""
FREQUENCY = 1999
"""Samples of perf a second: not a divisor of the timer's frequency, so that the two do not march in step."""
COLLECTOR = "(Python's collector)"


def frame_name(frame: FrameType) -> str:
    """`parser/expressions.py:Parser.primary`: a frame as flame graphs name it."""
    code = frame.f_code
    if code is _python_collects.__code__:
        return COLLECTOR
    if code.co_filename == "<string>":  # methods that dataclasses make
        return f"{type(frame.f_locals.get('self')).__name__}.{code.co_name}"
    parts = pathlib.PurePath(code.co_filename).parts[-2:]
    return f"{'/'.join(parts)}:{code.co_qualname}"


def _python_collects(_phase: str, _info: dict[str, int]) -> None:
    """Called by Python's collector when it is done, which is when a signal that came meanwhile is served: in here."""


@contextlib.contextmanager
def python_samples(stacks: Stacks, below: CodeType, itself: str) -> Iterator[None]:
    """Sample the main thread's Python stack; the weights are microseconds of CPU time since the sample before.

    Only what is called by that code object counts; its own time goes under the name `itself`. Python's collector is a
    stack of its own: where it strikes is chance.
    """
    last = time.process_time_ns()

    def sample(_signal: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time_ns()
        names = []
        while frame is not None and frame.f_code is not below:
            names.append(frame_name(frame))
            frame = frame.f_back
        stack = (COLLECTOR,) if COLLECTOR in names else tuple(reversed(names)) or (itself,)
        stacks[stack] += (now - last) // 1000
        last = now

    before = signal.signal(signal.SIGPROF, sample)
    gc.callbacks.insert(0, _python_collects)  # other callbacks would be what is seen when it ends
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        gc.callbacks.remove(_python_collects)


def perf_works() -> str:
    """Why perf can't be used here, or nothing."""
    if not shutil.which("perf"):
        return "perf is not installed"
    with tempfile.NamedTemporaryFile(suffix=".perf") as file:
        command = ["perf", "record", "-q", "-e", "cpu-clock", "-o", file.name, "--", "true"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return "perf is not allowed to sample here (see /proc/sys/kernel/perf_event_paranoid): " + done.stderr.strip()
    return ""


@contextlib.contextmanager
def perf_samples(data: pathlib.Path) -> Iterator[None]:
    """Have perf sample this process into a file, by the software clock, which every machine has.

    Callers are found by the tables for unwinding, which are right at every instruction: frame pointers would lose the
    caller of a small function that is at its first instruction. The kernel's stacks fit into the copy of 4 KB.
    """
    with tempfile.TemporaryDirectory() as folder:
        control, answer = (os.path.join(folder, name) for name in ("control", "answer"))
        os.mkfifo(control)
        os.mkfifo(answer)
        command = ["perf", "record", "-q", "-e", "cpu-clock:u", "-F", str(FREQUENCY), "--call-graph", "dwarf,4096",
                   "-D", "-1", "--control", f"fifo:{control},{answer}", "-o", str(data),
                   "-p", str(os.getpid())]  # fmt: skip
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        handles = [os.open(path, os.O_RDWR) for path in (control, answer)]
        try:
            os.write(handles[0], b"enable\n")
            os.read(handles[1], 64)  # perf's "ack": it samples from here on
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
            for handle in handles:
                os.close(handle)


def perf_report(data: pathlib.Path, lines: int = 25) -> str:
    """The functions that took most, flat."""
    command = ["perf", "report", "-i", str(data), "--no-children", "--stdio", "-g", "none", "--percent-limit", "0.5"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [line.rstrip() for line in done.stdout.splitlines() if line.strip() and not line.startswith("#")]
    return "\n".join(rows[:lines])


def perf_stacks(data: pathlib.Path, library: str) -> Stacks:
    """Collapsed stacks of perf's samples in a shared object, and in what it calls; its own callers are left out."""
    command = ["perf", "script", "-i", str(data), "-F", "ip,sym,dso"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    stacks: Stacks = Counter()
    for sample in done.stdout.split("\n\n"):
        frames: list[str] = []
        inner: list[str] = []
        for line in sample.strip("\n").splitlines():
            found = re.match(r"\s*[0-9a-f]+ (.+) \((.*)\)$", line)
            if found:
                inner.append(found[1].removesuffix("@plt"))
            if found and found[2].endswith(library):
                frames += inner
                inner = []
        if frames:
            stacks[tuple(reversed(frames))] += 1
    return stacks


def refuse(reason: str) -> None:
    """End with a clear word about what is not possible here."""
    print(f"not possible here: {reason}", file=sys.stderr)
    sys.exit(2)
