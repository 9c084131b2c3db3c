"""Running whole processes and asking the system what they took."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class FailedError(Exception):
    """A process that ended with another status than 0; the message has its last words."""


def measured(
    command: Sequence[str], environment: Mapping[str, str] | None = None, cpu: int | None = None
) -> tuple[float, float, int, str]:
    """CPU seconds, seconds, peak resident bytes and standard output of one run. Raises FailedError.

    cpu: the processor that the process is kept on.
    """
    pin = ["taskset", "-c", str(cpu)] if cpu is not None else []
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            [*pin, *command], stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        text = out.read().decode(errors="replace")
        if process.returncode:
            words = err.read().decode(errors="replace")[-1500:]
            raise FailedError(f"{shlex.join(command)} ended with {process.returncode}\n{text[-500:]}\n{words}")
    return usage.ru_utime + usage.ru_stime, took, usage.ru_maxrss << 10, text


def cpu_seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[float, str]:
    """CPU seconds and standard output of one run. Raises FailedError."""
    seconds, _, _, text = measured(command, environment)
    return seconds, text
