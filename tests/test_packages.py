"""Programs from npm, unmodified: the same output as in Node. Installed when the tests run; skipped without npm."""

from __future__ import annotations

import fcntl
import pathlib
import shutil
import subprocess
import sys

import pytest

SCRIPTS = sorted((pathlib.Path(__file__).parent / "packages").glob("*.mjs"))
PACKAGES = (
    "@preact/signals-core@1.14.5", "@xstate/store@4.2.3", "d3-hierarchy@3.1.3", "d3-shape@3.2.1", "emittery@1.2.1",
    "immer@11.2.10", "immutable@5.2.1", "itertools@2.6.0", "js-sdsl@4.4.2", "jsep@1.6.0", "mitt@3.0.1", "mobx@7.1.3",
    "neverthrow@8.2.0", "ngraph.graph@20.1.2", "ngraph.path@1.6.1", "p-limit@7.3.3", "quick-lru@7.3.0", "rbush@4.0.1",
    "robot3@1.4.0", "simple-statistics@7.12.1", "superstruct@2.0.2", "ts-pattern@5.9.2", "wonka@6.3.6", "zustand@5.1.0",
)
INSTALL_SECONDS = 120


@pytest.fixture(scope="session")
def installed(tmp_path_factory):
    """A folder with the packages, made once for all workers of a run."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm or node is not installed")
    folder = tmp_path_factory.getbasetemp().parent / "packages"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "done"
        if not done.exists():
            (folder / "package.json").write_text("{}")
            options = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=30000"]
            try:
                ran = subprocess.run([npm, "install", *options, *PACKAGES], cwd=folder, capture_output=True, text=True,
                                     timeout=INSTALL_SECONDS, check=False)
                done.write_text("" if ran.returncode == 0 else ran.stderr[-500:] or "failed")
            except subprocess.TimeoutExpired:
                done.write_text("time-out")
        if done.read_text():
            pytest.skip(f"the packages can't be installed: {done.read_text()}")
    return folder


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.stem for path in SCRIPTS])
def test_package(installed, script):
    copy = installed / script.name
    shutil.copy(script, copy)
    expected = subprocess.run([shutil.which("node"), copy], capture_output=True, text=True, timeout=60, check=True)
    command = [sys.executable, "-m", "tsrun", copy]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == (expected.stdout, "", 0)
