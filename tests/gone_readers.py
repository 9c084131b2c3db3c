"""What becomes of a program's files when the reader of one of its streams goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_without_reader(command: list[str], folder: Path, gone: str) -> None:
    """Run `tsrun COMMAND FILE SCRIPT` with a script that prints much, and the reader of the stream `gone` away at once.

    It must end well, and the file must be written.
    """
    path, target = folder / "many.ts", folder / "out"
    path.write_text("for (let i = 0; i < 60000; i++) console.log('line', i);")
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    reading = os.pipe()
    pipes[gone] = reading[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    whole = [sys.executable, "-m", "tsrun", *command, str(target), str(path)]
    with subprocess.Popen(whole, env=environment, **pipes) as run:
        os.close(reading[1])
        if gone == "stdout":
            assert os.read(reading[0], 4) == b"line"
        os.close(reading[0])
        err = run.communicate(timeout=100)[1]
    assert run.returncode == 0
    assert target.stat().st_size > 50
    if gone == "stdout":
        assert b"many.ts" in err
        assert b"Traceback" not in err
