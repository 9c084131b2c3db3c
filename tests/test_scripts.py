"""Every script below tests/scripts does what its comments say."""

from __future__ import annotations

import os
from pathlib import Path

import expectations
import pytest

FOLDER = Path(__file__).parent / "scripts"
SCRIPTS = expectations.scripts_in(FOLDER)
STRESSED = os.environ.get("TSRUN_GC_STRESS") == "1"
if STRESSED:
    # A collection of a deep stack for each allocation, or for each few.
    SCRIPTS = [path for path in SCRIPTS if path.name != "recursion_in_many_forms.ts"]


@pytest.mark.parametrize("path", SCRIPTS, ids=[str(path.relative_to(FOLDER)) for path in SCRIPTS])
def test_script(path: Path, monkeypatch):
    if STRESSED and path.parent.name == "limits":
        # With a collection at every allocation these take minutes: at every two thousandth.
        monkeypatch.setenv("TSRUN_GC_STRESS", "2000")
    script = expectations.read(path)
    wanted = script.expected
    assert wanted.output or wanted.error or wanted.syntax_error, "a script without an expectation tests nothing"
    found = expectations.differences(wanted, expectations.run(script))
    assert not found, "\n".join([f"{path}:", *found])


def test_names_say_the_behaviour():
    """A script is found by its name: lower case, words joined by underscores."""
    odd = [path for path in SCRIPTS if not path.stem.replace("_", "").isalnum() or path.stem != path.stem.lower()]
    assert odd == []


def test_a_script_that_does_something_else_is_noticed():
    wanted = expectations.Outcome(["a", "b"], error=(3, "Error: e"))
    assert expectations.differences(wanted, expectations.Outcome(["a", "b"], error=(3, "Error: e"))) == []
    for happened in (
        expectations.Outcome(["a"], error=(3, "Error: e")),
        expectations.Outcome(["a", "b", "c"], error=(3, "Error: e")),
        expectations.Outcome(["a", "x"], error=(3, "Error: e")),
        expectations.Outcome(["a", "b"], error=(4, "Error: e")),
        expectations.Outcome(["a", "b"], error=(3, "Error: other")),
        expectations.Outcome(["a", "b"]),
        expectations.Outcome(["a", "b"], syntax_error=(3, "Error: e")),
    ):
        assert expectations.differences(wanted, happened)
    part = expectations.Outcome(syntax_error=(1, "part"))
    assert expectations.differences(part, expectations.Outcome(syntax_error=(1, "the part that matters"))) == []
    assert expectations.differences(part, expectations.Outcome(syntax_error=(2, "the part that matters")))
    assert expectations.differences(part, expectations.Outcome())


def test_expectations_are_read_in_order(tmp_path: Path):
    path = tmp_path / "sample.ts"
    path.write_text('// args: --script\nconsole.log("a"); // expect: a\n// expect:\nthrow 1; // expect error: 1\n')
    script = expectations.read(path)
    assert script.args == ["--script"]
    assert script.expected == expectations.Outcome(["a", ""], error=(4, "1"))
