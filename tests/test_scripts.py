"""Every script below tests/scripts does what its comments say."""

from __future__ import annotations

from pathlib import Path

import expectations
import pytest

FOLDER = Path(__file__).parent / "scripts"
SCRIPTS = expectations.scripts_in(FOLDER)


@pytest.mark.parametrize("path", SCRIPTS, ids=[str(path.relative_to(FOLDER)) for path in SCRIPTS])
def test_script(path: Path):
    script = expectations.read(path)
    wanted = script.expected
    assert wanted.output or wanted.error or wanted.syntax_error, "a script without an expectation tests nothing"
    found = expectations.differences(wanted, expectations.run(script))
    assert not found, "\n".join([f"{path}:", *found])


def test_names_say_the_behaviour():
    """A script is found by its name: lower case, words joined by underscores."""
    odd = [path for path in SCRIPTS if not path.stem.replace("_", "").isalnum() or path.stem != path.stem.lower()]
    assert odd == []
