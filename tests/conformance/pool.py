"""Worker processes and the threads that feed them. A worker that dies or hangs costs the test that it had, no other."""

from __future__ import annotations

import json
import os
import queue
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .host import CRASH, TIMEOUT, Result

REPOSITORY = Path(__file__).parent.parent.parent
START_SECONDS = 600.0
"""A worker may have to build the kernel first."""


@dataclass(frozen=True)
class Limits:
    """Of one test."""

    seconds: float
    megabytes: int
    excluded: bool = False
    """Whether tests that are left out are run as well."""

    @property
    def patience(self) -> float:
        """Seconds after which a worker that doesn't answer is ended: its own clock comes first."""
        return 2 * self.seconds + 5


class _Worker:
    def __init__(self, root: Path, profile: str, limits: Limits) -> None:
        self.limits = limits
        command = [sys.executable, "-m", "tests.conformance.worker", str(root), profile, str(limits.seconds),
                   str(limits.megabytes), *(["excluded"] if limits.excluded else [])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path[1:]])}
        self.process = subprocess.Popen(
            command, cwd=REPOSITORY, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        if self._line(START_SECONDS) != b"ready":
            self.stop()
            raise RuntimeError("a worker does not start")

    def _line(self, seconds: float) -> bytes | None:
        """A line without its end; b"" when the process ended, None when the time is over."""
        assert self.process.stdout
        parts = b""
        while not parts.endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], seconds)
            if not ready:
                return None
            part = os.read(self.process.stdout.fileno(), 1 << 16)
            if not part:
                return b""
            parts += part
        return parts[:-1]

    def run(self, path: str) -> Result:
        assert self.process.stdin
        try:
            self.process.stdin.write(f"{path}\n".encode())
            answer = self._line(self.limits.patience)
        except BrokenPipeError:
            answer = b""
        if answer:
            return Result(**json.loads(answer))
        if answer is None:
            self.stop()
            return Result(TIMEOUT, "no answer: the worker was ended")
        code = self.process.wait()
        died = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return Result(CRASH, f"the worker died: {died}")

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()


def run_all(
    root: Path, paths: Sequence[str], profile: str, jobs: int, limits: Limits, done: Callable[[str, Result], None]
) -> None:
    """Run tests in `jobs` processes and hand each result to `done`, in this thread."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    results: queue.SimpleQueue[tuple[str, Result] | BaseException] = queue.SimpleQueue()
    for path in paths:
        waiting.put(path)
    stopped = threading.Event()

    def work() -> None:
        worker = None
        try:
            while not stopped.is_set():
                try:
                    path = waiting.get_nowait()
                except queue.Empty:
                    break
                if worker is None or not worker.is_alive:
                    if worker:
                        worker.stop()
                    worker = _Worker(root, profile, limits)
                results.put((path, worker.run(path)))
        except BaseException as error:  # noqa: BLE001 to be raised where someone sees it
            results.put(error)
        finally:
            if worker:
                worker.stop()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(max(1, min(jobs, len(paths))))]
    for thread in threads:
        thread.start()
    try:
        for _ in paths:
            item = results.get()
            if isinstance(item, BaseException):
                raise item
            done(*item)
    finally:
        stopped.set()
        for thread in threads:
            thread.join(limits.patience)
