"""A process that runs tests: a path a line comes in, a line of JSON goes out.

    python -m tests.conformance.worker ROOT PROFILE SECONDS MEGABYTES [excluded]

Limits within a test are the engine's own. The limit of the address space is for what they don't see, Python's side.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from dataclasses import asdict
from pathlib import Path

from .host import COLLECTED, Host

PYTHON_SHARE = 3 << 30
"""Address space beside the engines': Python itself and the images."""
STALE = 512 << 20
"""Resident bytes at which a worker makes place for a new one, in between two tests."""


def main() -> None:
    root, profile, seconds, megabytes, *more = sys.argv[1:]
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # nothing that is printed may be taken for an answer
    host = Host(Path(root), profile, float(seconds), int(megabytes) << 20, excluded="excluded" in more)
    engine = 12 * (int(megabytes) << 20)
    resource.setrlimit(resource.RLIMIT_AS, ((COLLECTED + 2) * engine + PYTHON_SHARE,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers.write("ready\n")
    page = os.sysconf("SC_PAGE_SIZE")
    for line in sys.stdin:
        result = host.run(line.rstrip("\n"))
        answers.write(json.dumps(asdict(result)) + "\n")
        with open("/proc/self/statm") as file:
            if int(file.read().split()[1]) * page > STALE:
                return


main()
