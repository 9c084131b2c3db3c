"""Comparing engines: what a word stands for, whose code runs, that outputs must agree."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from profiling.compare import DifferentOutputError, Engine, engine, overall, rounds_of
from profiling.processes import FailedError, measured


def fake_tree(folder, text):
    """A tree whose tsrun prints a text."""
    package = folder / "tsrun"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(f"print({text!r})\n")
    return folder


def test_a_tree_runs_its_own_code_wherever_we_are(tmp_path):
    one, two = (engine(str(fake_tree(tmp_path / name, name)), tmp_path) for name in ("one", "two"))
    assert measured(one.command, one.environment)[3] == "one\n"
    assert measured(two.command, two.environment)[3] == "two\n"
    with pytest.raises(DifferentOutputError, match="printed"):
        rounds_of([one, two], "script.ts", 1, wall=False)


def test_rounds_have_a_time_for_each(tmp_path):
    one = engine(str(fake_tree(tmp_path / "one", "same")), tmp_path)
    rounds = rounds_of([one, one], "script.ts", 5, wall=False)
    assert len(rounds) == 5
    assert all(len(times) == 2 and min(times) > 0 for times in rounds)


def test_words_stand_for_kernels_commands_and_commits(tmp_path):
    assert engine("dev", tmp_path).command[-2:] == ["--kernel", "dev"]
    assert engine(f"{sys.executable} -c pass", tmp_path).command == [sys.executable, "-c", "pass"]
    with pytest.raises(ValueError, match="no commit"):
        engine("certainly-none-of-these", tmp_path)


def test_a_commit_is_exported_once(tmp_path, monkeypatch):
    command = ["git", "-C", os.path.dirname(__file__), "rev-parse", "HEAD"]
    inside = subprocess.run(command, capture_output=True, text=True, check=False)
    if inside.returncode:
        pytest.skip("not a clone")
    command = tmp_path / "bin" / "HEAD"  # as libwww-perl has it
    command.parent.mkdir()
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}:{os.environ['PATH']}")
    found = engine("HEAD", tmp_path)
    assert (tmp_path / inside.stdout.strip() / "tsrun" / "__main__.py").exists()
    assert found == engine("HEAD", tmp_path)


def test_a_process_that_fails_is_an_error_with_its_words():
    command = [sys.executable, "-c", "import sys; sys.exit('went wrong')"]
    with pytest.raises(FailedError, match="went wrong"):
        measured(command)
    with pytest.raises(FailedError):
        rounds_of([Engine("x", command, dict(os.environ))], "y", 1, wall=False)


def test_the_mean_of_all_scripts():
    rounds = [[1.0, 2.0]] * 5
    found = overall([rounds, [[1.0, 8.0]] * 5], 0.95)
    assert found.value == pytest.approx(4)
    assert found.low == found.high == pytest.approx(4)
