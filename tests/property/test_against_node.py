"""Long random sequences of operations give what Node gives, step by step. Skipped without Node 20."""

from __future__ import annotations

import functools
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

FOLDER = pathlib.Path(__file__).parent
SCRIPTS = sorted(FOLDER.glob("*.js"))


@functools.cache
def node_major() -> int:
    program = shutil.which("node")
    if program is None:
        return 0
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", version)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("seed", [1, 20_000, 777_777])
@pytest.mark.parametrize("path", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_steps(path, seed, tmp_path):
    if node_major() < 20:
        pytest.skip("needs Node 20")
    script = tmp_path / "steps.js"
    text = path.read_text(encoding="utf-8")
    script.write_text(re.sub(r"let seed = \d+", f"let seed = {seed}", text), encoding="utf-8")
    # Programs may end with 1, for rejections that nobody handles.
    node, ours = (
        subprocess.run([*command, str(script)], capture_output=True, text=True, check=False)
        for command in (["node"], [sys.executable, "-m", "tsrun", "--script"])
    )
    assert (node.returncode, ours.returncode) in {(0, 0), (1, 1)}, node.stderr[-500:] + ours.stderr[-500:]
    wanted, found = node.stdout.splitlines(), ours.stdout.splitlines()
    assert len(wanted) >= 2000
    assert [(i, a, b) for i, (a, b) in enumerate(zip(wanted, found, strict=True)) if a != b][:3] == []
